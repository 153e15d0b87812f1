package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.adapter.graphql.common.CommonInputs.MoneyInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
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

/** Disputes in the schema. */
public final class DisputeTypes {

    private DisputeTypes() {}

    @Type("Dispute")
    @Description("What a driver said against a statement, and what came of it.")
    public record DisputeView(
            @Id @NonNull @Description("The dispute.") String disputeId,
            @Id @NonNull @Description("The shift.") String workId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The business date.") LocalDate businessDate,
            @Description("Whether it waits, or how it ended.") DisputeState state,
            @NonNull @Description("What the driver said.") String text,
            @Description("When it was opened.") Instant openedAt,
            @Description("When it was answered or withdrawn; null while it is open.")
                    Instant closedAt,
            @Description("Who answered or withdrew it; null while it is open.") String actor,
            @Description("What the operator answered; null if nobody did.") String answer,
            @Description("What was granted, as a correction of the statement; null if nothing was.")
                    MoneyView adjusted,
            @NonNull @Description("For how many seconds it has been open, or was.")
                    Long ageSeconds) {}

    @Enum("DisputeState")
    @Description("The states of a dispute. All but OPEN are final.")
    public enum DisputeState {
        @Description("It waits for an operator's answer.")
        OPEN,

        @Description("An operator has answered that the driver is right.")
        ACCEPTED,

        @Description("An operator has answered that the statement is right.")
        REJECTED,

        @Description("The driver has taken it back.")
        WITHDRAWN
    }

    @Enum("DisputeDecision")
    @Description("How an operator answers a dispute.")
    public enum DisputeDecision {
        @Description("The driver is right.")
        ACCEPTED,

        @Description("The statement is right.")
        REJECTED
    }

    @Type("DisputePage")
    @Description("Disputes.")
    public record DisputePage(
            @NonNull @Description("The disputes of the page.") List<@NonNull DisputeView> disputes,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("DisputePayload")
    @Description("A dispute, as the mutation left it.")
    public record DisputePayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The dispute.") DisputeView dispute) {}

    @Input("OpenDisputeInput")
    @Description("Says that a statement is wrong.")
    public record OpenDisputeInput(
            @NonNull @Description(SchemaDescriptions.REQUIRED_CLIENT_MUTATION_ID)
                    String clientMutationId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("What is wrong; 1 to 1000 characters.") String text) {}

    @Input("AnswerDisputeInput")
    @Description("Answers a dispute.")
    public record AnswerDisputeInput(
            @NonNull @Description(SchemaDescriptions.REQUIRED_CLIENT_MUTATION_ID)
                    String clientMutationId,
            @Id @NonNull @Description("The dispute.") String disputeId,
            @NonNull @Description("Who is right.") DisputeDecision decision,
            @NonNull
                    @Description(
                            "What the driver is told, and the reason of what is granted; 1 to 500"
                                    + " characters.")
                    String answer,
            @Description(
                            "What is added to the statement; more than 0: who disputes a statement"
                                    + " loses nothing by it; only with ACCEPTED.")
                    MoneyInput adjustment) {}

    @Input("WithdrawDisputeInput")
    @Description("Takes a dispute back.")
    public record WithdrawDisputeInput(
            @NonNull @Description(SchemaDescriptions.REQUIRED_CLIENT_MUTATION_ID)
                    String clientMutationId,
            @Id @NonNull @Description("The dispute.") String disputeId) {}
}
