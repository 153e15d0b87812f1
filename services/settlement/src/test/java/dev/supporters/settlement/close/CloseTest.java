package dev.supporters.settlement.close;

import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerEntry;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.TimeClass;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a business date is closed, and what keeps it open. */
class CloseTest extends ClosingNight {

    @Test
    void aDateIsClosedByItselfHalfAnHourAfterItsWindowsEnd() {
        // Given
        shift(WORK, 3_600);
        // When
        night.clock.set(WINDOW_END.plus(Duration.ofMinutes(30)));
        sweep.run();
        // Then
        assertThat(closes.progress(FRIDAY).close()).isEmpty();
        // When
        night.clock.advance(Duration.ofMillis(1));
        sweep.run();
        // Then
        DateClose close = closes.progress(FRIDAY).close().orElseThrow();
        assertThat(close.actor()).isEqualTo("settlement");
        assertThat(close.closeTime()).contains(night.clock.instant());
        assertThat(ledger(WORK).closed().orElseThrow().total()).isEqualTo(14_000);
        assertThat(overdue()).isZero();
        assertThat(changes())
                .containsExactly(
                        BusinessDateState.BUSINESS_DATE_STATE_CLOSING,
                        BusinessDateState.BUSINESS_DATE_STATE_CLOSED);
        assertThat(night.told()).filteredOn(SettlementEvent::hasClosed).hasSize(1);
    }

    @Test
    void anOperatorClosesItSoonerButNotBeforeTheWindowsEnd() {
        shift(WORK, 3_600);

        night.clock.set(WINDOW_END.minusMillis(1));
        assertRefused(
                ErrorReason.ERROR_REASON_BUSINESS_DATE_NOT_OVER, () -> closes.close(order("c1")));
        assertThat(closes.progress(FRIDAY).close()).isEmpty();
        night.clock.set(WINDOW_END);
        DateClose close = closes.close(order("c1")).close().orElseThrow();
        assertThat(close.isClosed()).isTrue();
        assertThat(close.actor()).isEqualTo("operator-1");
    }

    @Test
    void withoutAnyShiftTheDayMustBeOverEverywhere() {
        night.clock.set(Instant.parse("2026-11-21T11:59:59Z"));
        assertRefused(
                ErrorReason.ERROR_REASON_BUSINESS_DATE_NOT_OVER, () -> closes.close(order("c1")));
        night.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(closes.close(order("c1")).close().orElseThrow().isClosed()).isTrue();
    }

    @Test
    void closingAgainChangesNothing() {
        shift(WORK, 3_600);
        CloseService.CloseProgress closed = closes.close(order("c1"));

        assertThat(closes.close(order("c1"))).isEqualTo(closed);
        assertThat(closes.close(overriding("c2", Obstacle.Kind.DISPUTED))).isEqualTo(closed);
        assertThat(changes()).hasSize(2);
    }

    @Test
    void theSameKeyDoesNotSaySomethingElse() {
        shift(WORK, 3_600);
        closes.close(order("c1"));

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> closes.close(overriding("c1", Obstacle.Kind.DISPUTED)));
    }

    @Test
    void aShiftThatRunsKeepsTheDateClosingAndNoOtherStatementOpen() {
        // Given
        shift(WORK, 3_600);
        night.ledgers.add(OTHERS, OTHER, begun(OTHERS, "seoul"));
        // When
        sweep.run();
        // Then
        assertThat(obstacles()).containsExactly(new Obstacle(OTHERS, Obstacle.Kind.RUNNING));
        assertThat(ledger(WORK).closed()).isPresent();
        // one that is late for the first time may be about to be closed by somebody else
        assertThat(overdue()).isZero();
        // When
        sweep.run();
        // Then
        assertThat(overdue()).isEqualTo(1);
        // When
        night.ledgers.add(OTHERS, OTHER, new Fact.Ended("ended", Night.at(18_000)));
        sweep.run();
        // Then
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        assertThat(overdue()).isZero();
    }

    @Test
    void aStatementThatIsHeldBackKeepsItClosingUntilAnOperatorHasMadeUpForIt() {
        // Given
        night.add(WORK, List.of(begun(WORK, "seoul"), new Fact.Ended("e", Night.at(3_600), 4, 3)));
        sweep.run();
        assertThat(obstacles()).containsExactly(new Obstacle(WORK, Obstacle.Kind.HELD_BACK));
        // When
        night.adjust("r1", WORK, 500);
        sweep.run();
        // Then
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        assertThat(shown(WORK).total()).isEqualTo(14_500);
    }

    @Test
    void eventsWithoutABeginKeepItClosing() {
        night.add(WORK, List.of(new Fact.Ended("e", Night.at(3_600))));

        assertThat(closes.close(order("c1")).obstacles())
                .containsExactly(new Obstacle(WORK, Obstacle.Kind.BEGIN_MISSING));
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isFalse();
        // When an operator says that it will never come
        closes.close(overriding("c2", Obstacle.Kind.BEGIN_MISSING));
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        // and it comes all the same
        night.add(WORK, List.of(begun(WORK, "seoul")));
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isZero();
        assertThat(shown(WORK).toCarry()).isEqualTo(14_000);
    }

    @Test
    void anOpenDisputeKeepsItClosingUnlessAnOperatorSaysWhyItDoesNot() {
        // Given
        shift(WORK, 3_600);
        night.disputes.open("o1", WORK, "too little");
        sweep.run();
        assertThat(obstacles()).containsExactly(new Obstacle(WORK, Obstacle.Kind.DISPUTED));
        assertThat(closes.close(order("c1")).close().orElseThrow().isClosed()).isFalse();
        // When
        CloseService.CloseProgress closed = closes.close(overriding("c2", Obstacle.Kind.DISPUTED));
        // Then
        assertThat(closed.close().orElseThrow().isClosed()).isTrue();
        assertThat(closed.close().flatMap(DateClose::override))
                .contains(
                        new DateClose.Overriding(
                                Set.of(Obstacle.Kind.DISPUTED),
                                "operator-1",
                                "looked at it",
                                night.clock.instant()));
    }

    @Test
    void aLedgerThatItsEventsDoNotProveKeepsItClosing() {
        // Given
        shift(WORK, 3_600);
        forge();
        // When
        sweep.run();
        // Then
        assertThat(obstacles()).containsExactly(new Obstacle(WORK, Obstacle.Kind.UNPROVEN));
        assertThat(
                        closes.close(overriding("c1", Obstacle.Kind.UNPROVEN))
                                .close()
                                .orElseThrow()
                                .isClosed())
                .isTrue();
    }

    @Test
    void oneOverrideDoesNotTakeAnotherBack() {
        // Given
        shift(WORK, 3_600);
        forge();
        night.disputes.open("o1", WORK, "too little");
        // When
        assertThat(closes.close(overriding("c1", Obstacle.Kind.DISPUTED)).obstacles())
                .containsExactly(new Obstacle(WORK, Obstacle.Kind.UNPROVEN));
        CloseService.CloseProgress closed = closes.close(overriding("c2", Obstacle.Kind.UNPROVEN));
        // Then
        assertThat(closed.close().orElseThrow().isClosed()).isTrue();
    }

    @Test
    void whatMustComeToItsEndIsNotOverriddenAndNothingIsWithoutAReason() {
        ErrorReason invalid = ErrorReason.ERROR_REASON_INVALID_ARGUMENT;

        assertRefused(invalid, () -> overriding("c1", Obstacle.Kind.RUNNING));
        assertRefused(invalid, () -> overriding("c1", Obstacle.Kind.HELD_BACK));
        assertRefused(
                invalid,
                () ->
                        new CloseOrder(
                                "c1", FRIDAY, "operator-1", Set.of(Obstacle.Kind.DISPUTED), ""));
        assertRefused(
                invalid, () -> new CloseOrder("c1", FRIDAY, "operator-1", Set.of(), "a reason"));
    }

    @Test
    void anotherRegionIsClosedApart() {
        night.add(WORK, List.of(begun(WORK, "busan")));

        assertThat(closes.close(order("c1")).close().orElseThrow().isClosed()).isTrue();
        assertThat(ledger(WORK).closed()).isEmpty();
    }

    /** Entries that nobody's events come to. */
    private void forge() {
        night.store.change(
                WORK.value(),
                "",
                (current, version) -> {
                    Ledger ledger = current.orElseThrow();
                    return Optional.of(
                            Change.to(
                                    new Ledger(
                                            ledger.workId(),
                                            ledger.driverId(),
                                            ledger.facts(),
                                            List.of(
                                                    new LedgerEntry(
                                                            1,
                                                            TimeClass.WAITING,
                                                            7_200,
                                                            Night.at(3_600))),
                                            ledger.adjustments(),
                                            ledger.disputes(),
                                            ledger.corrections(),
                                            ledger.holds(),
                                            ledger.closed())));
                });
    }
}
