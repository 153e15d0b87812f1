package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.adapter.graphql.activity.NoticeTypes.NoticeText;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.CorrectionView;
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
            @Description(
                            "The region of the policy; null for a shift that began before it was kept.")
                    String region,
            @NonNull @Description("True once the shift has ended and all its events are known.")
                    Boolean settled,
            @Description("When the shift began.") Instant beganAt,
            @Description("When the shift ended, or until when it is calculated.") Instant endedAt,
            @NonNull
                    @Description(
                            "Every class with its seconds; their sum is the shift's length in"
                                    + " seconds.")
                    List<ClassTimeView> classes,
            @NonNull @Description("Seconds that are paid.") Long paidSeconds,
            @NonNull @Description("Minutes that are paid: the paid seconds, rounded up once.")
                    Long paidMinutes,
            @Description("Pay per hour.") MoneyView hourlyWage,
            @Description("What the paid minutes are worth, rounded up to the minor unit.")
                    MoneyView earned,
            @NonNull @Description("What operators added, oldest first.")
                    List<AdjustmentView> adjustments,
            @Description("The lines together; never below 0.") MoneyView total,
            @NonNull
                    @Description(
                            "The ledger's entries, oldest first; their sums are the classes. Empty"
                                    + " before the statement is settled.")
                    List<LedgerEntryView> entries,
            @NonNull @Description("What happened that did not change the pay, oldest first.")
                    List<@NonNull StatementNoteView> notes,
            @Description(
                            "The version of the shift whose event has not come although the shift"
                                    + " has ended, so that the statement is held back; null otherwise.")
                    Long missingVersion,
            @NonNull @Description("What the driver said against it, oldest first.")
                    List<@NonNull DisputeView> disputes,
            @NonNull
                    @Description(
                            "What the total consists of: first the classes, whose amounts come to"
                                    + " what was earned, then what was added.")
                    List<@NonNull StatementLineView> lines,
            @NonNull
                    @Description(
                            "What closed business dates before were paid too little or too much,"
                                    + " oldest first. Each is a line, too.")
                    List<@NonNull CorrectionView> corrections,
            @Description(
                            "When the statement was closed; null while it is open. After it nothing"
                                    + " in it changes but disputes.")
                    Instant closedAt,
            @Description("What came after the close and later statements have; null if nothing.")
                    MoneyView carried,
            @Description(
                            "What came after the close and waits for a later statement of the"
                                    + " driver; null if nothing.")
                    MoneyView toCarry,
            @Description(
                            "Whether it may be paid. That is no part of its amounts, and may change after"
                                    + " the close; null from a version that knew no holds.")
                    PaymentState payment,
            @Description("Since when its payment is held; null if it is not.") Instant heldSince,
            @Description("What the driver reads while it is held; null if it is not.")
                    NoticeText heldText) {}

    @Enum("PaymentState")
    @Description("Whether a statement may be paid.")
    public enum PaymentState {
        @Description("No operator holds it.")
        NOT_HELD,

        @Description(
                "By an operator's decision on a signal of abuse it is looked at before it is paid.")
        HELD
    }

    @Type("StatementLine")
    @Description("A line of a statement; all of them come to its total.")
    public record StatementLineView(
            @Description("What it is.") StatementLineKind kind,
            @Description("The class, of a line of kind TIME; null otherwise.") TimeClass timeClass,
            @NonNull @Description("The class's seconds; 0 in other lines.") Long seconds,
            @Description(
                            "What it adds to the total; negative if it takes away. Of a class it is"
                                    + " its part of what was earned.")
                    MoneyView amount,
            @Description("Why; null for what follows from the events.") String reason,
            @Description("Who; null for what nobody decided.") String actor,
            @Description("When it was added; null for what follows from the events.")
                    Instant createdAt) {}

    @Enum("StatementLineKind")
    @Description("The kinds of lines.")
    public enum StatementLineKind {
        @Description("The seconds of a class.")
        TIME,

        @Description("An operator's correction.")
        CORRECTION,

        @Description("What was guaranteed beyond what was earned.")
        GUARANTEE,

        @Description("What an operator takes away.")
        DEDUCTION,

        @Description("What the answer to a dispute grants.")
        GRANT,

        @Description("What the lines before would take away beyond 0, and is not taken.")
        NOT_TAKEN,

        @Description(
                "What a closed business date was paid too little or too much; the reason is that"
                        + " date.")
        CLOSED_DATE,

        @Description(
                "Of a shift that became known after its business date was closed: all of it, which"
                        + " later statements have.")
        PAID_LATER
    }

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
                "The driver could not be reached on the way to the customer or on the drive; the"
                        + " time is paid as such.")
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
    @Description("An operator's entry of a statement.")
    public record AdjustmentView(
            @Id @Description("Its request's id.") String requestId,
            @Description("What is added; negative to take away.") MoneyView amount,
            @Description("Why.") String reason,
            @Description("Who.") String actor,
            @Description("When.") Instant createdAt,
            @Description("What it is.") AdjustmentKind kind) {}

    @Enum("AdjustmentKind")
    @Description("The kinds of operators' entries.")
    public enum AdjustmentKind {
        @Description("Something was wrong; adds or takes away.")
        CORRECTION,

        @Description("What was guaranteed beyond what was earned; adds.")
        GUARANTEE,

        @Description(
                "What is not paid by an operator's decision, like time in which a driver could not"
                        + " be reached; takes away.")
        DEDUCTION,

        @Description("What the answer to a dispute grants; adds. Only by answerDispute.")
        GRANT
    }

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
