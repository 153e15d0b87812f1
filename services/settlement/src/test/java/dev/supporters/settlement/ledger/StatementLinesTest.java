package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.Nights;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.TimeClass;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Optional;

/** The lines of a statement, which come to its total. */
class StatementLinesTest {

    private final SettledNight night = new SettledNight();

    @Example
    void aStatementSaysOfWhatItsTotalConsists() {
        // Given
        night.add(new Night().begun().rested(600, 2).resumed(1_200, 3).ended(3_601).list());
        // When
        adjust("r1", Adjustment.Kind.GUARANTEE, 2_000, "the promised minimum");
        adjust("r2", Adjustment.Kind.DEDUCTION, -500, "could not be reached");
        adjust("r3", Adjustment.Kind.CORRECTION, 1, "by agreement");
        night.disputes.open("o1", WORK, "too little");
        night.disputes.answer(
                new DisputeAnswer(
                        "a1",
                        new Dispute.Id(WORK, 1),
                        Dispute.Outcome.ACCEPTED,
                        "you are right",
                        "operator-2",
                        Optional.of(order("a1", Adjustment.Kind.GRANT, 100, "you are right"))));
        // Then
        Statement statement = night.statements.get(WORK);
        assertThat(statement.lines())
                .extracting(
                        StatementLine::kind,
                        StatementLine::seconds,
                        StatementLine::amount,
                        StatementLine::reason)
                .containsExactly(
                        tuple(StatementLine.Kind.TIME, 600L, 0L, ""),
                        tuple(StatementLine.Kind.TIME, 3_001L, 11_900L, ""),
                        tuple(StatementLine.Kind.GUARANTEE, 0L, 2_000L, "the promised minimum"),
                        tuple(StatementLine.Kind.DEDUCTION, 0L, -500L, "could not be reached"),
                        tuple(StatementLine.Kind.CORRECTION, 0L, 1L, "by agreement"),
                        tuple(StatementLine.Kind.GRANT, 0L, 100L, "you are right"));
        assertThat(statement.lines().get(0).timeClass()).contains(TimeClass.RESTING);
        assertThat(statement.lines().get(2).actor()).isEqualTo("operator-1");
        assertThat(statement.total()).isEqualTo(11_900 + 2_000 - 500 + 1 + 100);
    }

    @Example
    void aGuaranteeAddsAndADeductionTakesAway() {
        night.add(new Night().begun().ended(3_600).list());

        for (long amount : List.of(0L, -1L)) {
            assertRefused(
                    ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                    () -> adjust("r1", Adjustment.Kind.GUARANTEE, amount, "why"));
        }
        for (long amount : List.of(0L, 1L)) {
            assertRefused(
                    ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                    () -> adjust("r1", Adjustment.Kind.DEDUCTION, amount, "why"));
        }
        assertRefused(
                ErrorReason.ERROR_REASON_TOTAL_BELOW_ZERO,
                () -> adjust("r1", Adjustment.Kind.DEDUCTION, -14_001, "why"));
    }

    @Example
    void theSameKeyIsNotUsedForAnotherKind() {
        night.add(new Night().begun().ended(3_600).list());
        adjust("r1", Adjustment.Kind.CORRECTION, -500, "why");

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> adjust("r1", Adjustment.Kind.DEDUCTION, -500, "why"));
    }

    /** A fact that comes after a deduction may leave less than was deducted. */
    @Example
    void aTotalIsNeverBelowZero() {
        // Given
        night.add(new Night().begun().ended(3_600).list());
        adjust("r1", Adjustment.Kind.DEDUCTION, -14_000, "why");
        // When
        night.add(
                List.of(
                        new Fact.Rested("late-1", Night.at(0), 2),
                        new Fact.Resumed("late-2", Night.at(1_800), 3)));
        // Then
        Statement statement = night.statements.get(WORK);
        assertThat(statement.total()).isZero();
        assertThat(statement.lines().getLast().kind()).isEqualTo(StatementLine.Kind.NOT_TAKEN);
        assertThat(statement.lines().getLast().amount()).isEqualTo(7_000);
        assertThat(night.statements.recompute(WORK).statement().total()).isZero();
    }

    @Property(seed = "1", tries = 300)
    void theLinesOfTheClassesComeToWhatWasEarned(@ForAll("nights") List<Fact> facts) {
        SettledNight any = new SettledNight();
        any.add(facts);

        Statement statement = any.statements.get(WORK);

        assertThat(statement.lines()).allSatisfy(line -> assertThat(line.amount()).isNotNegative());
        assertThat(StatementLine.total(statement.lines()))
                .isEqualTo(statement.calculation().earned());
    }

    @Provide
    Arbitrary<List<Fact>> nights() {
        return Nights.ended();
    }

    private void adjust(String requestId, Adjustment.Kind kind, long amount, String reason) {
        night.ledgers.adjust(order(requestId, kind, amount, reason));
    }

    private static AdjustmentOrder order(
            String requestId, Adjustment.Kind kind, long amount, String reason) {
        return new AdjustmentOrder(requestId, WORK, kind, amount, "KRW", reason, "operator-1");
    }
}
