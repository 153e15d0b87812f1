package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.CallLocation;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Calls as the schema shows them. Only {@link CallSchemaMapper} makes them, so nobody sees more of a call than he may. */
public final class CallTypes {

    private CallTypes() {}

    @Type("Call")
    @Description("A customer's request and its life. What the viewer may not see is null.")
    public record CallView(
            @Id @NonNull @Description("The call: decimal digits, at most 18.") String callId,
            @Description("The product.") Product product,
            @Description("The state of the call, as its name.") String status,
            @Description("The state of the call.") CallStatus state,
            @Description("On which path; null while none is chosen.") DispatchPath path,
            @Description(
                            "Why the path was chosen, or the call failed; null for a driver who has not accepted the call.")
                    String reason,
            @Id @Description("The driver, from the command on; null while there is none.")
                    String driverId,
            @Id @Description("The live command; null on general dispatch.") String commandId,
            @Id @Description("The customer.") String userId,
            @Description("The name that the driver calls out.") String userName,
            @Description("Where the customer waits.") CallLocation origin,
            @Description("Where to. Null for a driver who has not accepted the call.")
                    CallLocation destination,
            @Description(
                            "The name of the place on the way, or its address; null when there is none, and for a driver who has not accepted the call.")
                    String stopover,
            @Description(
                            "The place on the way; null when there is none, and for a driver who has not accepted the call.")
                    CallLocation stopoverLocation,
            @Description(
                            "Where the customer's app was when the request was made; null when unknown.")
                    CallLocation appLocation,
            @Description(
                            "What the customer pays, in the currency's minor unit: won for KRW, cents for USD. Null if it has more than 32 bits: see price; and for a driver who is commanded and has not accepted the call.")
                    Integer fare,
            @Description("The currency of the fare: an ISO 4217 code.") String currency,
            @Description(
                            "What the customer pays, with its currency; null for a driver who is commanded and has not accepted the call.")
                    MoneyView price,
            @Description(
                            "Metres from origin to destination by road. Null for a driver who has not accepted the call.")
                    Integer distance,
            @Description("Estimated seconds from the command to the customer; null when unknown.")
                    Integer etaSeconds,
            @Description("When it was requested.") Instant createdAt,
            @Description(
                            "Since when it waits for a supporter, because none was near enough; null while it does not.")
                    Instant waitingSince,
            @Description("When a driver accepted it.") Instant dispatchedAt,
            @Description("When it ended.") Instant endAt,
            @Description(
                            "Tags that routing saw, with no more than their names. Empty for a driver who has not accepted the call.")
                    List<TagView> tags,
            @Description(
                            "Names of the tags that routing saw. Empty for a driver who has not accepted the call.")
                    List<String> tagNames) {}

    @Type("Approach")
    @Description("Where a driver is who comes to a customer.")
    public record ApproachView(
            @NonNull @Description("The driver's last position.") PointView position,
            @NonNull @Description("When the driver was there.") Instant locatedAt,
            @Description(
                            "Metres from there to the customer, as the crow flies; null where the place has no position.")
                    Integer meters,
            @Description(
                            "When the driver is expected, as it was estimated with the command; null when unknown.")
                    Instant expectedAt) {}

    @Enum("CallStatus")
    @Description("The state of a call.")
    public enum CallStatus {
        @Description("Stored; no path chosen.")
        REQUESTED,

        @Description("Commanded to a supporter, who may still refuse.")
        COMMANDED,

        @Description("With general dispatch, no driver yet.")
        GENERAL,

        @Description("A driver is on the way.")
        ACCEPTED,

        @Description("The driver is with the customer.")
        ARRIVED,

        @Description("Being driven.")
        DRIVING,

        @Description("Ended: driven.")
        COMPLETED,

        @Description("Ended: cancelled.")
        CANCELLED,

        @Description("Ended: no driver was found, or the policy fails refused calls.")
        FAILED
    }

    @Enum("DispatchPath")
    @Description("On which path a call finds its driver.")
    public enum DispatchPath {
        @Description("Commanded to a supporter.")
        SUPPORTERS,

        @Description("The legacy broadcast to commission drivers.")
        GENERAL
    }

    @Type("CallConnection")
    @Description("Calls, newest first.")
    public record CallConnection(
            @NonNull @Description("The calls with their cursors.") List<CallEdge> edges,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("CallEdge")
    @Description("A call in a list.")
    public record CallEdge(
            @NonNull @Description("To be given as after, for the calls after this one.")
                    String cursor,
            @NonNull @Description("The call.") CallView node) {}

    @Type("RegionCalls")
    @Description(
            "The calls of a region that wait or are driven by supporters, and the newest 50 of the product that have changed, whatever became of them. Origins within the bounds of the region's policy count.")
    public record RegionCallsView(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull @Description("Newest first; then those that have changed.")
                    List<@NonNull CallView> calls,
            @NonNull
                    @Description(
                            "Whether there are more under way than the newest 500 of all regions.")
                    Boolean more) {}

    @Type("CallPayload")
    @Description("A call, as the mutation left it.")
    public record CallPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The call.") CallView call) {}

    @Type("EraseCustomerPayload")
    @Description("What an erasure has left nothing of.")
    public record EraseCustomerPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("How many calls of the customer were erased.")
                    Integer erasedCalls,
            @NonNull @Description("When.") Instant erasedAt) {}

    @Type("ParkedCallPage")
    @Description("Calls of which something was given up, the longest parked first.")
    public record ParkedCallPage(
            @NonNull @Description("The calls.") List<ParkedCall> calls,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("ParkedCall")
    @Description(
            "A call of which another part was not told what it must know, until an operator releases it.")
    public record ParkedCall(
            @NonNull @Description("The call.") CallView call,
            @NonNull @Description("What was given up.") List<ParkedFollowUp> parked) {}

    @Type("ParkedFollowUp")
    @Description("Something that another part must be told about a call, and did not take.")
    public record ParkedFollowUp(
            @Description("What must be told.") FollowUpKind kind,
            @NonNull @Description("How often it was tried.") Integer attempts,
            @Description("When it was given up.") Instant since,
            @Description("What the other part answered last.") String reason) {}

    @Enum("FollowUpKind")
    @Description("What another part must be told about a call.")
    public enum FollowUpKind {
        @Description("The legacy system gets the call for general dispatch.")
        HAND_OVER,

        @Description("The legacy system, if it has the call, no longer offers it.")
        TAKE_BACK,

        @Description("Commander gives no command for the call any more.")
        CLOSE
    }

    @Type("ListCallResult")
    @Description("Open calls on general dispatch, nearest first. Never tells a destination.")
    public record ListCallResult(
            @NonNull @Description("The calls.") List<CallView> calls,
            @NonNull @Description("How far around the driver calls were searched, in metres.")
                    Integer radius,
            @NonNull
                    @Description(
                            "Whether they were searched around the position that the driver's app"
                                    + " has reported last, because the given location is too far"
                                    + " from it.")
                    Boolean aroundReportedPosition) {}
}
