package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.DisputeView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Statements as the schema shows them. */
public final class SettlementTypes {

    private SettlementTypes() {}

    @Type("Statement")
    @Description("What one shift is paid, and why.")
    public record StatementView(
            @Id @NonNull @Description("The shift.") String workId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @Description("The business date.") LocalDate businessDate,
            @NonNull @Description("True once the shift has ended and all its events are known.")
                    Boolean settled,
            @Description("When the shift began.") Instant beganAt,
            @Description("When the shift ended, or until when it is calculated.") Instant endedAt,
            @NonNull
                    @Description(
                            "Every class with its seconds; their sum is the shift's length in seconds.")
                    List<ClassTimeView> classes,
            @NonNull @Description("Seconds that are paid.") Long paidSeconds,
            @NonNull @Description("Minutes that are paid: the paid seconds, rounded up once.")
                    Long paidMinutes,
            @Description("Pay per hour.") MoneyView hourlyWage,
            @Description("What the paid minutes are worth, rounded up to the minor unit.")
                    MoneyView earned,
            @NonNull @Description("Corrections, oldest first.") List<AdjustmentView> adjustments,
            @Description("Earned and adjustments together.") MoneyView total,
            @NonNull
                    @Description(
                            "The ledger's entries, oldest first; their sums are the classes. Empty before the statement is settled.")
                    List<LedgerEntryView> entries,
            @NonNull @Description("What happened that did not change the pay, oldest first.")
                    List<@NonNull StatementNoteView> notes,
            @Description(
                            "The version of the shift whose event has not come although the shift has ended, so that the statement is held back; null otherwise.")
                    Long missingVersion,
            @NonNull @Description("What the driver said against it, oldest first.")
                    List<@NonNull DisputeView> disputes) {}

    @Type("StatementNote")
    @Description("Something that happened in the shift and did not change what it is paid.")
    public record StatementNoteView(
            @Description("What happened.") StatementNoteKind kind,
            @Description("When.") Instant at,
            @NonNull @Description("For how many seconds; 0 for what has no length.")
                    Long seconds) {}

    @Enum("StatementNoteKind")
    @Description("The kinds of notes.")
    public enum StatementNoteKind {
        @Description("The zone in which the shift began closed there; the pay goes on.")
        ZONE_CLOSED,

        @Description(
                "The driver could not be reached on the way to the customer or on the drive; the time is paid as such.")
        SILENT_DRIVE
    }

    @Type("ClassTime")
    @Description("Seconds of a class.")
    public record ClassTimeView(
            @Description("The class.") TimeClass timeClass,
            @NonNull @Description("Seconds.") Long seconds,
            @NonNull @Description("Whether they are paid.") Boolean paid) {}

    @Enum("TimeClass")
    @Description("The class to which a second of a shift is counted.")
    public enum TimeClass {
        @Description("Free, waiting for a command.")
        WAITING,

        @Description("Following a move.")
        MOVING,

        @Description("From the acceptance to the beginning of the drive.")
        TO_CUSTOMER,

        @Description("Driving the customer.")
        DRIVING,

        @Description("Resting.")
        RESTING,

        @Description("Free, but the driver could not be reached.")
        UNREACHABLE
    }

    @Type("Adjustment")
    @Description("A correction by an operator.")
    public record AdjustmentView(
            @Id @Description("Its request's id.") String requestId,
            @Description("What is added; negative to take away.") MoneyView amount,
            @Description("Why.") String reason,
            @Description("Who.") String actor,
            @Description("When.") Instant createdAt) {}

    @Type("LedgerEntry")
    @Description("A posting to the ledger; never changed, never deleted.")
    public record LedgerEntryView(
            @NonNull @Description("1 for the shift's first entry.") Integer number,
            @Description("The class.") TimeClass timeClass,
            @NonNull @Description("Seconds; negative in corrections.") Long seconds,
            @Description("When it was posted.") Instant postedAt) {}

    @Type("StatementPage")
    @Description("Statements of a business date.")
    public record StatementPage(
            @NonNull @Description("By work id.") List<StatementView> statements,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("StatementPayload")
    @Description("A statement, as the mutation left it.")
    public record StatementPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The statement.") StatementView statement) {}

    @Type("RecomputePayload")
    @Description("A statement that was calculated again.")
    public record RecomputePayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("Calculated from the events, without the ledger.")
                    StatementView statement,
            @NonNull @Description("Whether the ledger says the same.") Boolean same) {}
}
