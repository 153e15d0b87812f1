package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The close of business dates in the schema. */
public final class CloseTypes {

    private CloseTypes() {}

    @Type("BusinessDate")
    @Description("How far the close of a business date is.")
    public record BusinessDateView(
            @Description("The product.") Product product,
            @NonNull @Description("The region of the policy.") String region,
            @Description("The business date.") LocalDate businessDate,
            @Description("How far it is.") BusinessDateState state,
            @Description(
                            "Who began to close it: an operator, or \"settlement\"; null while it"
                                    + " is open.")
                    String actor,
            @Description("Since when it is closing; null while it is open.") Instant closingSince,
            @Description("Since when it is closed; null before.") Instant closedSince,
            @NonNull @Description("The obstacles that an operator said count no more.")
                    List<@NonNull CloseObstacleKind> overrides,
            @Description("Who said so; null if nobody did.") String overriddenBy,
            @Description("Why; null if nobody did.") String overrideReason,
            @Description("When; null if nobody did.") Instant overriddenAt,
            @NonNull
                    @Description(
                            "Shifts that keep it from being closed, or that became known after it"
                                    + " was, at most 100.")
                    List<@NonNull CloseObstacleView> obstacles) {}

    @Enum("BusinessDateState")
    @Description("The states of a business date.")
    public enum BusinessDateState {
        @Description("Statements may change.")
        OPEN,

        @Description("Each statement is closed once nothing is in its way.")
        CLOSING,

        @Description("No statement changes any more.")
        CLOSED
    }

    @Type("CloseObstacle")
    @Description("A shift that keeps its business date from being closed.")
    public record CloseObstacleView(
            @Id @NonNull @Description("The shift.") String workId,
            @Description("Why.") CloseObstacleKind kind) {}

    @Enum("CloseObstacleKind")
    @Description("Why a shift keeps its business date from being closed.")
    public enum CloseObstacleKind {
        @Description("It has not ended.")
        RUNNING,

        @Description(
                "It has ended, an event of it is missing, and no operator has added an entry for"
                        + " it.")
        HELD_BACK,

        @Description("Events of it have come, but not its begin. May be overridden.")
        BEGIN_MISSING,

        @Description("Its driver waits for an answer. May be overridden.")
        DISPUTED,

        @Description(
                "The archived events say something else than the ledger, or cannot be read. May be"
                        + " overridden.")
        UNPROVEN
    }

    @Type("StatementCorrection")
    @Description(
            "What a closed business date was paid too little or too much, in the statement of a"
                    + " later one.")
    public record CorrectionView(
            @Id @NonNull @Description("Its id.") String correctionId,
            @Id @NonNull @Description("The corrected shift.") String workId,
            @Description("The corrected business date.") LocalDate businessDate,
            @Description("What is added; negative if it was too much.") MoneyView amount,
            @Description("When.") Instant createdAt,
            @NonNull @Description("The ids of the events that came after the close.")
                    List<@NonNull String> eventIds,
            @NonNull
                    @Description(
                            "The request ids of the operators' entries that came after the close.")
                    List<@NonNull String> requestIds) {}

    @Input("CloseBusinessDateInput")
    @Description("Closes a business date.")
    public record CloseBusinessDateInput(
            @NonNull @Description(SchemaDescriptions.REQUIRED_CLIENT_MUTATION_ID)
                    String clientMutationId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region of the policy.") String region,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @Description(
                            "The obstacles that count no more: DISPUTED, UNPROVEN or BEGIN_MISSING."
                                    + " Usually none.")
                    List<@NonNull CloseObstacleKind> overrides,
            @Description("Why they count no more; at most 500 characters; required with overrides.")
                    String overrideReason) {}

    @Type("CloseBusinessDatePayload")
    @Description("A business date, as the mutation left it.")
    public record CloseBusinessDatePayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The business date.") BusinessDateView businessDate) {}
}
