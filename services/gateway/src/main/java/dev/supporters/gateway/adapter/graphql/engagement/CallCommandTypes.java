package dev.supporters.gateway.adapter.graphql.engagement;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.RefusalConsequence;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.RefusalReason;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

/** What became of commands, as the schema shows it to operators. No type here has a place. */
public final class CallCommandTypes {

    private CallCommandTypes() {}

    @Type("CallCommand")
    @Description("A command, and what became of it. Never tells a place.")
    public record CallCommandView(
            @Id @NonNull @Description("The command.") String commandId,
            @Id @NonNull @Description("The call.") String callId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("How far it has come, or how it ended.") CallCommandState state,
            @Description("Estimated seconds to the customer; null once it has ended.")
                    Integer etaSeconds,
            @Description(
                            "When it ended; null while it is live, and for one that ended before this was kept.")
                    Instant endedAt,
            @Description("Why the driver refused it; null if he did not.")
                    RefusalReason refusalReason,
            @Description("What the driver said beside the reason; null if nothing.")
                    String refusalComment,
            @Description("What becomes of the call, if it was refused; null if it is not known.")
                    RefusalConsequence onRefusal,
            @Description("Why it was cancelled; null if it was not, or it is not known.")
                    CommandCancellationReason cancellationReason) {}

    @Enum("CallCommandState")
    @Description("How far a command has come, or how it ended.")
    public enum CallCommandState {
        @Description("Awaits its outcome.")
        COMMANDED,

        @Description("Accepted; the driver is on the way to the customer.")
        ACCEPTED,

        @Description("The driver is with the customer.")
        ARRIVED,

        @Description("The driver drives the customer.")
        DRIVING,

        @Description("Ended: driven.")
        COMPLETED,

        @Description("Ended: refused by the driver.")
        REFUSED,

        @Description("Ended: cancelled before the drive.")
        CANCELLED
    }

    @Enum("CommandCancellationReason")
    @Description("Why a command was ended from outside.")
    public enum CommandCancellationReason {
        @Description("The customer cancelled.")
        CUSTOMER,

        @Description(
                "The call went another way before the command was accepted: it is on general dispatch, or has ended.")
        WITHDRAWN,

        @Description("An operator cancelled.")
        OPERATOR,

        @Description("The driver gave the call back after accepting it.")
        DRIVER
    }
}
