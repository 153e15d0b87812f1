package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.Adjustment.Kind.CORRECTION;
import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;
import static dev.supporters.settlement.ledger.SettledNight.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.Night;

import org.junit.jupiter.api.Test;

class AdjustmentsTest {

    private final SettledNight night = new SettledNight();

    @Test
    void adjustsOnceAndTellsIt() {
        // Given
        night.add(new Night().begun().ended(3_600).list());
        // When
        night.ledgers.adjust(order("r1", -2_000));
        night.ledgers.adjust(order("r1", -2_000));
        Statement statement = night.ledgers.adjust(order("r2", 500));
        // Then
        assertThat(statement.total()).isEqualTo(12_500);
        assertThat(statement.calculation().earned()).isEqualTo(14_000);
        assertThat(statement.adjustments())
                .containsExactly(
                        new Adjustment(
                                "r1",
                                CORRECTION,
                                -2_000,
                                "cold-zone parking",
                                "operator-1",
                                night.clock.instant()),
                        new Adjustment(
                                "r2",
                                CORRECTION,
                                500,
                                "cold-zone parking",
                                "operator-1",
                                night.clock.instant()));
        assertThat(night.told()).hasSize(3);
        assertThat(night.told().get(1).getAdjusted().getAdjustment().getAmount().getAmount())
                .isEqualTo(-2_000);
        assertThat(night.told().get(1).getAdjusted().getAdjustment().getAmount().getCurrency())
                .isEqualTo("KRW");
    }

    @Test
    void adjustsAWorkThatHasNotEnded() {
        night.add(new Night().begun().list());

        assertThat(night.ledgers.adjust(order("r1", 1_000)).total()).isEqualTo(28_000 + 1_000);
    }

    @Test
    void refusesToUseARequestIdForSomethingElse() {
        night.add(new Night().begun().ended(3_600).list());
        night.ledgers.adjust(order("r1", -2_000));

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> night.ledgers.adjust(order("r1", -3_000)));
    }

    @Test
    void refusesToTakeAwayMoreThanTheShiftIsPaid() {
        // Given
        night.add(new Night().begun().ended(3_600).list());
        night.ledgers.adjust(order("r1", -10_000));

        // When and then
        assertRefused(
                ErrorReason.ERROR_REASON_TOTAL_BELOW_ZERO,
                () -> night.ledgers.adjust(order("r2", -4_001)));
        assertThat(night.ledgers.adjust(order("r2", -4_000)).total()).isZero();
        assertThat(night.ledgers.adjust(order("r1", -10_000)).adjustments()).hasSize(2);
    }

    @Test
    void refusesAnotherCurrencyNoAmountNoReasonAndNobody() {
        night.add(new Night().begun().ended(3_600).list());
        ErrorReason invalid = ErrorReason.ERROR_REASON_INVALID_ARGUMENT;

        assertRefused(
                invalid,
                () ->
                        night.ledgers.adjust(
                                new AdjustmentOrder(
                                        "r1", WORK, CORRECTION, 1, "USD", "why", "who")));
        assertRefused(invalid, () -> order("r1", 0));
        assertRefused(invalid, () -> order("r1", AdjustmentOrder.MOST + 1));
        assertRefused(
                invalid, () -> new AdjustmentOrder("r1", WORK, CORRECTION, 1, "KRW", "", "who"));
        assertRefused(
                invalid,
                () ->
                        new AdjustmentOrder(
                                "r1", WORK, CORRECTION, 1, "KRW", "w".repeat(501), "who"));
        assertRefused(
                invalid, () -> new AdjustmentOrder("r1", WORK, CORRECTION, 1, "KRW", "why", " "));
        assertRefused(
                invalid, () -> new AdjustmentOrder("", WORK, CORRECTION, 1, "KRW", "why", "who"));
    }
}
