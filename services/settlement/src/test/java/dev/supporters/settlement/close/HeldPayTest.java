package dev.supporters.settlement.close;

import static dev.supporters.settlement.Night.DRIVER;
import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.events.settlement.v1.PaymentChanged;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.PaymentState;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.ledger.Correction;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.PayHolds;
import dev.supporters.settlement.ledger.Statement;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/** What an operator decides on a signal of abuse says whether a shift may be paid, and changes none of its amounts. */
class HeldPayTest extends ClosingNight {

    @Test
    void aDecisionHoldsThePayAndChangesNoAmount() {
        // Given
        shift(WORK, 3_600);
        Statement before = shown(WORK);
        // When
        decide("refusals", 1, true);
        // Then
        Statement held = shown(WORK);
        assertThat(held.holds().since()).contains(decided(1));
        assertThat(held.lines()).isEqualTo(before.lines());
        assertThat(held.total()).isEqualTo(before.total());
        assertThat(night.statements.recompute(WORK).same()).isTrue();
        assertThat(payments())
                .containsExactly(
                        PaymentChanged.newBuilder()
                                .setState(PaymentState.PAYMENT_STATE_HELD)
                                .setSignalId("refusals")
                                .setActor("operator-1")
                                .build());
    }

    @Test
    void aLaterDecisionOnTheSignalLetsThePayGo() {
        shift(WORK, 3_600);
        decide("refusals", 1, true);

        decide("refusals", 2, false);

        assertThat(shown(WORK).holds().held()).isFalse();
        assertThat(payments())
                .extracting(PaymentChanged::getState)
                .containsExactly(
                        PaymentState.PAYMENT_STATE_HELD, PaymentState.PAYMENT_STATE_NOT_HELD);
    }

    @Test
    void payThatIsHeldByTwoSignalsWaitsForBoth() {
        shift(WORK, 3_600);
        decide("refusals", 1, true);
        decide("dark-gps", 1, true);

        decide("refusals", 2, false);
        assertThat(shown(WORK).holds().held()).isTrue();
        decide("dark-gps", 2, false);
        assertThat(shown(WORK).holds().held()).isFalse();
        assertThat(payments()).hasSize(2);
    }

    @Test
    void aDecisionThatIsToldAgainChangesNothing() {
        shift(WORK, 3_600);
        decide("refusals", 1, true);
        decide("refusals", 2, false);

        decide("refusals", 1, true);
        decide("refusals", 2, false);

        assertThat(shown(WORK).holds().held()).isFalse();
        assertThat(payments()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "132", "213", "231", "312", "321"})
    void inWhateverOrderDecisionsComeTheLastOneCounts(String order) {
        shift(WORK, 3_600);

        order.chars()
                .map(Character::getNumericValue)
                .forEach(number -> {
                    decide("let-go", number, number != 3);
                    decide("held", number, number != 2);
                });

        assertThat(shown(WORK).holds().decisions())
                .filteredOn(PayHolds.HoldDecision::holds)
                .extracting(PayHolds.HoldDecision::signalId)
                .containsExactly("held");
        assertThat(shown(WORK).holds().since()).contains(decided(3));
    }

    @Test
    void heldPayIsInTheWayOfNoClose() {
        shift(WORK, 3_600);
        decide("refusals", 1, true);

        closes.close(order("c1"));

        assertThat(obstacles()).isEmpty();
        assertThat(ledger(WORK).closed().orElseThrow().total()).isEqualTo(14_000);
        assertThat(shown(WORK).holds().held()).isTrue();
    }

    @Test
    void aClosedStatementIsHeldAndStaysAsItWasClosed() {
        shift(WORK, 3_600);
        closes.close(order("c1"));
        Ledger closed = ledger(WORK);

        decide("refusals", 1, true);

        assertThat(ledger(WORK).closed()).isEqualTo(closed.closed());
        assertThat(ledger(WORK).toCarry()).isZero();
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(WORK).holds().held()).isTrue();
    }

    @RepeatedTest(20)
    void aDecisionDuringTheCloseHoldsTheStatementAndHindersNoClose() {
        // Given
        shift(WORK, 3_600);
        // When
        Race.run(
                () -> {
                    closes.close(order("c1"));
                    return true;
                },
                () -> {
                    decide("refusals", 1, true);
                    return true;
                });
        sweep.run();
        // Then
        assertThat(closes.progress(FRIDAY).close().orElseThrow().isClosed()).isTrue();
        assertThat(ledger(WORK).closed().orElseThrow().total()).isEqualTo(14_000);
        assertThat(shown(WORK).holds().held()).isTrue();
        assertThat(payments()).hasSize(1);
    }

    @Test
    void whatIsTakenAfterTheCloseIsACorrectionAsAlways() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        decide("refusals", 1, true);
        // When
        night.adjust("a1", WORK, -4_000);
        decide("refusals", 2, false);
        shift(SATURDAY, 3_600);
        sweep.run();
        // Then
        assertThat(shown(WORK).total()).isEqualTo(14_000);
        assertThat(shown(SATURDAY).total()).isEqualTo(10_000);
        assertThat(shown(SATURDAY).holds().held()).isFalse();
    }

    @Test
    void aDecisionThatIsReadBeforeTheShiftIsKept() {
        decide("refusals", 1, true);

        shift(WORK, 3_600);

        assertThat(shown(WORK).holds().held()).isTrue();
    }

    @Test
    void whatComesToPayThatIsHeldWaitsWithIt() {
        // Given
        shift(WORK, 3_600);
        closes.close(order("c1"));
        shift(SATURDAY, 3_600);
        decide("refusals", 1, true);
        // When
        night.adjust("r1", WORK, 500);
        night.carrier.run();
        // Then
        assertThat(ledger(SATURDAY).corrections()).isEmpty();
        assertThat(shown(WORK).toCarry()).isEqualTo(500);
        // When
        decide("refusals", 2, false);
        night.carrier.run();
        // Then
        assertThat(ledger(SATURDAY).corrections())
                .extracting(Correction::amount)
                .containsExactly(500L);
    }

    @Test
    void whatHoldsNothingMakesNoLedger() {
        decide("refusals", 1, false);

        assertThat(night.store.find(WORK.value())).isEmpty();
    }

    private void decide(String signalId, int number, boolean holds) {
        night.ledgers.decide(
                WORK,
                DRIVER,
                new PayHolds.HoldDecision(signalId, number, holds, "operator-1", decided(number)));
    }

    private static Instant decided(int number) {
        return Night.at(40_000 + number);
    }

    private List<PaymentChanged> payments() {
        return night.told().stream()
                .filter(SettlementEvent::hasPaymentChanged)
                .map(SettlementEvent::getPaymentChanged)
                .toList();
    }
}
