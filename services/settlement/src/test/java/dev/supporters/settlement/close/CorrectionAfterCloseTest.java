package dev.supporters.settlement.close;

import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.settlement.ledger.Correction;
import dev.supporters.settlement.ledger.Dispute;
import dev.supporters.settlement.ledger.DisputeAnswer;
import dev.supporters.settlement.ledger.SettledNight;
import dev.supporters.settlement.ledger.Statement;
import dev.supporters.settlement.ledger.StatementLine;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What comes after the close of a business date. */
class CorrectionAfterCloseTest extends ClosingNight {

    @Test
    void aLateFactChangesNoClosedStatementAndCorrectsTheNextOne() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        Statement before = shown(WORK);
        // When
        rest(WORK, 600, 1_200);
        rest(WORK, 600, 1_200);
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(WORK).calculation()).isEqualTo(before.calculation());
        assertThat(shown(WORK).entries()).isEqualTo(before.entries());
        assertThat(shown(WORK).lines()).isEqualTo(before.lines());
        assertThat(shown(WORK).toCarry()).isEqualTo(-2_333);
        assertThat(night.statements.recompute(WORK).same()).isTrue();
        assertThat(night.statements.recompute(WORK).statement().total()).isEqualTo(14_000 - 2_333);
        // When
        shift(SATURDAY, 3_600);
        sweep.run();
        sweep.run();
        // Then
        assertThat(shown(SATURDAY).total()).isEqualTo(14_000 - 2_333);
        Correction correction = ledger(SATURDAY).corrections().getFirst();
        assertThat(correction.corrects()).isEqualTo(WORK);
        assertThat(correction.amount()).isEqualTo(-2_333);
        assertThat(correction.late().events()).containsExactly("late-1", "late-2");
        assertThat(shown(SATURDAY).lines())
                .filteredOn(line -> line.kind() == StatementLine.Kind.CLOSED_DATE)
                .extracting(StatementLine::amount, StatementLine::reason)
                .containsExactly(tuple(-2_333L, "2026-11-20"));
        assertThat(shown(WORK).toCarry()).isZero();
        assertThat(night.told()).filteredOn(SettlementEvent::hasCorrected).hasSize(1);
    }

    @Test
    void eachCorrectionNamesWhatCameSinceTheOneBefore() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        shift(SATURDAY, 3_600);
        // When
        night.adjust("r1", WORK, 500);
        night.carrier.run();
        night.adjust("r2", WORK, 700);
        night.carrier.run();
        // Then
        assertThat(ledger(SATURDAY).corrections())
                .extracting(Correction::amount, each -> each.late().requests())
                .containsExactly(tuple(500L, List.of("r1")), tuple(700L, List.of("r2")));
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(WORK).adjustments()).isEmpty();
        assertThat(shown(SATURDAY).total()).isEqualTo(15_200);
    }

    @Test
    void whatADisputeGrantsAfterTheCloseIsPaidWithTheNextStatement() {
        // Given
        shift(WORK, 3_600);
        night.disputes.open("o1", WORK, "too little");
        closes.close(overriding("c1", Obstacle.Kind.DISPUTED));
        shift(SATURDAY, 3_600);
        // When
        night.disputes.answer(
                new DisputeAnswer(
                        "a1",
                        new Dispute.Id(WORK, 1),
                        Dispute.Outcome.ACCEPTED,
                        "you are right",
                        "operator-1",
                        Optional.of(SettledNight.grant("a1", 7_000))));
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(SATURDAY).total()).isEqualTo(21_000);
    }

    @Test
    void whatTakesAwayMoreThanThereIsGoesOnToTheStatementAfterIt() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        shift(SATURDAY, 60);
        // When
        rest(WORK, 0, 3_600);
        sweep.run();
        // Then
        assertThat(shown(SATURDAY).total()).isZero();
        assertThat(shown(WORK).toCarry()).isEqualTo(-14_000 + 234);
        // When
        shift(SUNDAY, 7_200);
        sweep.run();
        // Then
        assertThat(shown(SUNDAY).total()).isEqualTo(28_000 - 14_000 + 234);
        assertThat(shown(WORK).toCarry()).isZero();
        assertThat(ledger(SUNDAY).corrections().getFirst().late().events())
                .containsExactly("late-1", "late-2");
    }

    @Test
    void aShiftOfWhichNothingWasKnownIsPaidWithTheNextOne() {
        // Given
        closes.close(order("c1"));
        shift(WORK, 3_600);
        sweep.run();
        assertThat(shown(WORK).total()).isZero();
        assertThat(shown(WORK).lines().getLast().kind()).isEqualTo(StatementLine.Kind.PAID_LATER);
        // When
        shift(SATURDAY, 3_600);
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isZero();
        assertThat(shown(SATURDAY).total()).isEqualTo(28_000);
    }

    @Test
    void operatorsAreToldOfCorrectionsThatNoLaterShiftTakes() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        night.adjust("r1", WORK, 500);
        sweep.run();
        assertThat(overdueCorrections()).isZero();
        // When
        night.clock.advance(Duration.ofDays(31));
        sweep.run();
        // Then
        assertThat(overdueCorrections()).isEqualTo(1);
        // When the operator has paid it otherwise
        night.adjust("r2", WORK, -500);
        sweep.run();
        // Then
        assertThat(overdueCorrections()).isZero();
    }
}
