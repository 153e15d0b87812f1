package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.Sight;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.proto.call.v1.Call;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Made for a viewer: {@link #of} is the one place where a call becomes visible. */
@Type("Call")
@Description("A customer's request and its life. What the viewer may not see is null.")
public record CallView(
        @Id @NonNull @Description("The call: decimal digits, at most 18.") String callId,
        @Description("The product.") Product product,
        @Description("Where the call stands.") CallStatus status,
        @Description("On which path; null while none is chosen.") DispatchPath path,
        @Description("Why the path was chosen, or the call failed.") String reason,
        @Id @Description("The driver, from the command on; null while there is none.")
                String driverId,
        @Id @Description("The live command; null on general dispatch.") String commandId,
        @Id @Description("The customer.") String userId,
        @Description("The name that the driver calls out.") String userName,
        @Description("Where the customer waits.") CallLocation origin,
        @Description("Where to. Null for a driver who has not accepted the call.")
                CallLocation destination,
        @Description(
                        "On the way; null when there is none, and for a driver who has not accepted the call.")
                CallLocation stopover,
        @Description("Where the customer's app was when the request was made; null when unknown.")
                CallLocation appLocation,
        @Description(
                        "What the customer pays, in the currency's minor unit: won for KRW, cents for USD.")
                Long fare,
        @Description("The currency of the fare: an ISO 4217 code.") String currency,
        @Description(
                        "Metres from origin to destination by road. Null for a driver who has not accepted the call.")
                Integer distance,
        @Description("Estimated seconds from the command to the customer; null when unknown.")
                Integer etaSeconds,
        @Description("When it was requested.") Instant createdAt,
        @Description("When a driver accepted it.") Instant dispatchedAt,
        @Description("When it ended.") Instant endAt,
        @Description("Tags that routing saw. Empty for a driver who has not accepted the call.")
                List<String> tags) {

    /** The call as this viewer may see it. One who may see nothing must not come here. */
    public static CallView of(Call call, Viewer viewer) {
        return of(call, CallSecrecy.sight(viewer, call));
    }

    /** The call with all that a sight allows. */
    public static CallView of(Call call, Sight sight) {
        return switch (sight) {
            case ALL -> view(call, true, true);
            case WITHOUT_DRIVER -> view(call, true, false);
            case BEFORE_ACCEPTANCE -> view(call, false, true);
            case NONE -> throw new IllegalArgumentException("a call that the viewer may not see");
        };
    }

    private static CallView view(Call call, boolean way, boolean driver) {
        return new CallView(
                call.getCallId(),
                Wire.read(Product.class, call.getProduct(), "PRODUCT_"),
                Wire.read(CallStatus.class, call.getState(), "CALL_STATE_"),
                Wire.read(DispatchPath.class, call.getPath(), "DISPATCH_PATH_"),
                Wire.text(call.getReason()),
                driver ? Wire.text(call.getDriverId()) : null,
                driver ? Wire.text(call.getCommandId()) : null,
                way ? Wire.text(call.getCustomerId()) : null,
                way ? Wire.text(call.getCustomerName()) : null,
                CallLocation.of(call.getOrigin()),
                way && call.hasDestination() ? CallLocation.of(call.getDestination()) : null,
                way && call.hasStopover() ? CallLocation.of(call.getStopover()) : null,
                way && call.hasAppLocation() ? CallLocation.of(call.getAppLocation()) : null,
                call.getFare().getAmount(),
                call.getFare().getCurrency(),
                way ? call.getDistanceMeters() : null,
                call.getEtaSeconds() == 0 ? null : call.getEtaSeconds(),
                Wire.instant(call.hasCreateTime(), call.getCreateTime()),
                Wire.instant(call.hasDispatchTime(), call.getDispatchTime()),
                Wire.instant(call.hasEndTime(), call.getEndTime()),
                way ? List.copyOf(call.getTagsList()) : List.of());
    }
}
