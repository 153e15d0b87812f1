package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.driver.v1.DispatchStatus;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

@Type("DriverDispatchStatus")
@Description("What a driver does at present; may lag by milliseconds.")
public record DispatchStatusView(
        @Id @NonNull @Description("The driver.") String driverId,
        @Description("The product.") Product product,
        @Description("The state; null for one never seen at work.") DispatchState state,
        @Id @Description("The call of the live command or drive; null when there is none.")
                String callId,
        @Description("When the state began.") Instant since,
        @NonNull @Description("Drives completed in the present work.") Integer completedDrives) {

    public static DispatchStatusView of(DispatchStatus status) {
        return new DispatchStatusView(
                status.getDriverId(),
                Wire.read(Product.class, status.getProduct(), "PRODUCT_"),
                Wire.read(DispatchState.class, status.getState(), "DISPATCH_STATE_"),
                Wire.text(status.getCallId()),
                Wire.instant(status.hasBeginTime(), status.getBeginTime()),
                status.getCompletedDrives());
    }
}
