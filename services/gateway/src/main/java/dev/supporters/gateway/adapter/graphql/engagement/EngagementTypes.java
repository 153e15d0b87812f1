package dev.supporters.gateway.adapter.graphql.engagement;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.CallLocation;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.RefusalConsequence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

/** A driver's slot and command as the schema shows them. No type here has a destination. */
public final class EngagementTypes {

    private EngagementTypes() {}

    @Type("Engagement")
    @Description("A driver's one slot: no driver has two.")
    public record EngagementView(
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product; null for one who never worked.") Product product,
            @Description("The state of the slot.") EngagementState state,
            @Description(
                            "The live command, also after its acceptance until the drive ends; null when the slot is free.")
                    CommandView command,
            @NonNull @Description("Grows with every change.") Long version,
            @NonNull
                    @Description(
                            "Whether the driver's membership in the product is OFF or gone: no further command is given; what is under way goes on.")
                    Boolean notAMember) {}

    @Enum("EngagementState")
    @Description("The state of a driver's slot.")
    public enum EngagementState {
        @Description("Not at work.")
        OFF,

        @Description("At work and free.")
        FREE,

        @Description("At work, resting.")
        PAUSED,

        @Description("A command awaits its outcome.")
        COMMANDED,

        @Description("Accepted; on the way to the customer.")
        ACCEPTED,

        @Description("With the customer.")
        ARRIVED,

        @Description("Drives the customer.")
        DRIVING
    }

    @Type("Command")
    @Description("An order to take a call. Never tells the destination.")
    public record CommandView(
            @Id @NonNull @Description("The command.") String commandId,
            @Id @NonNull @Description("The call.") String callId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("Where the customer waits.") CallLocation origin,
            @Description(
                            "The call's fare, in the currency's minor unit: won for KRW, cents for USD. Null for the driver until the command is accepted.")
                    Long fare,
            @Description("The currency of the fare: an ISO 4217 code; null where the fare is.")
                    String currency,
            @Description("Estimated seconds to the customer.") Integer etaSeconds,
            @Description("When it was given.") Instant createdAt,
            @Description(
                            "Until when it may be refused; without a refusal until then it is accepted.")
                    Instant deadlineAt,
            @Description("What becomes of the call when it is refused.")
                    RefusalConsequence onRefusal) {}

    @Enum("CommandOutcome")
    @Description("The outcome of a command; each command has exactly one.")
    public enum CommandOutcome {
        @Description("Accepted: by the driver, or because there was no refusal in time.")
        ACCEPTED,

        @Description("Refused by the driver.")
        REFUSED,

        @Description("Cancelled before it was accepted.")
        CANCELLED
    }

    @Enum("RefusalReason")
    @Description("Why a driver refuses a command.")
    public enum RefusalReason {
        @Description("The customer is too far away.")
        TOO_FAR,

        @Description("The driver cannot reach the place: no transport, closed road.")
        UNREACHABLE_PLACE,

        @Description("The driver does not feel well.")
        HEALTH,

        @Description("A safety concern.")
        SAFETY,

        @Description("Anything else; the comment says what.")
        OTHER
    }

    @Type("EngagementPayload")
    @Description("A driver's slot, as the mutation left it.")
    public record EngagementPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The driver's slot now.") EngagementView engagement,
            @Description("Why a step is doubted that the driver reports; null if it is not.")
                    StepDoubt doubt) {}

    @Enum("StepDoubt")
    @Description(
            "Why a step is doubted, by the last position that the driver's app has reported. A step that is held is refused as STEP_CONTRADICTED.")
    public enum StepDoubt {
        @Description("No vehicle can have brought the driver to the customer since.")
        FAR_FROM_CUSTOMER,

        @Description(
                "The drive is said to be over, and the driver has not left the customer's place.")
        NOT_DRIVEN
    }

    @Type("CommandPayload")
    @Description("The outcome of a command.")
    public record CommandPayload(
            @Description("As it was given.") String clientMutationId,
            @Description("The outcome.") CommandOutcome outcome,
            @NonNull @Description("The driver's slot now.") EngagementView engagement) {}
}
