package dev.supporters.gateway.adapter.graphql.remote;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Other parts of the system as the schema shows them. */
public final class RemoteTypes {

    private RemoteTypes() {}

    @Type("RemoteParts")
    @Description("The parts that a process of a service asks, as it has seen them since its start.")
    public record RemotePartsView(
            @Id @NonNull @Description("The process: another one has other numbers.") String process,
            @NonNull @Description("When these numbers were read.") Instant readAt,
            @NonNull @Description("In the order of their names.")
                    List<@NonNull RemotePartView> parts) {}

    @Type("RemotePart")
    @Description("A part that a service asks. Numbers only grow while the process runs.")
    public record RemotePartView(
            @NonNull @Description("Its name, like call or legacy.") String name,
            @NonNull @Description("Whether it has failed so often that it is not asked at present.")
                    Boolean breakerOpen,
            @NonNull @Description("Calls that it answered, also those that it refused.")
                    Long answered,
            @NonNull @Description("Calls that failed or came too late.") Long failed,
            @NonNull @Description("What all calls took together, in milliseconds.")
                    Double totalMilliseconds,
            @NonNull @Description("The failed ones by reason, like DEADLINE_EXCEEDED.")
                    List<@NonNull RemoteFailureView> failures,
            @NonNull
                    @Description(
                            "How long the calls took that were made, the shortest first; steps without calls are left out.")
                    List<@NonNull RemoteLatencyView> latencies) {}

    @Type("RemoteFailure")
    @Description("How often calls failed for a reason.")
    public record RemoteFailureView(
            @NonNull @Description("The reason.") String reason,
            @NonNull @Description("How often.") Long count) {}

    @Type("RemoteLatency")
    @Description("Calls that took about as long.")
    public record RemoteLatencyView(
            @Description("So long at most, in milliseconds; null: longer than any limit.")
                    Double upToMilliseconds,
            @NonNull @Description("Calls that took longer than the limit before this one.")
                    Long count) {}

    /** A service that asks others. */
    @Enum("RemoteCaller")
    @Description("A service that asks others.")
    public enum RemoteCaller {
        @Description("The entrance: GraphQL and REST.")
        GATEWAY,

        @Description("Calls.")
        CALL,

        @Description("Commands and drives.")
        COMMANDER,

        @Description("The decision about a call's path.")
        ROUTING,

        @Description("Shifts.")
        WORK
    }
}
