package dev.supporters.gateway.adapter.graphql.remote;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Other parts of the system as the schema shows them. */
public final class RemoteTypes {

    private RemoteTypes() {}

    @Type("RemoteParts")
    @Description(
            "The parts that a process of the gateway asks, as it has seen them since its start.")
    public record RemotePartsView(
            @Id @NonNull @Description("The process: another one has other numbers.") String process,
            @NonNull @Description("When these numbers were read.") Instant readAt,
            @NonNull @Description("In the order of their names.")
                    List<@NonNull RemotePartView> parts) {}

    @Type("RemotePart")
    @Description("A part that the gateway asks. Numbers only grow while the process runs.")
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
                    List<@NonNull RemoteFailureView> failures) {}

    @Type("RemoteFailure")
    @Description("How often calls failed for a reason.")
    public record RemoteFailureView(
            @NonNull @Description("The reason.") String reason,
            @NonNull @Description("How often.") Long count) {}
}
