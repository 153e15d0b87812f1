package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.Accounts.KEY;
import static dev.supporters.settlement.ledger.Accounts.assertRefused;
import static dev.supporters.settlement.ledger.Accounts.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.Night;

import org.junit.jupiter.api.Test;

class AdjustmentsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void adjustsOnceAndTellsIt() {
        // Given
        accounts.add(new Night().begun().ended(3_600).list());
        // When
        accounts.book.adjust(order("r1", -2_000));
        accounts.book.adjust(order("r1", -2_000));
        Account account = accounts.book.adjust(order("r2", 500));
        // Then
        assertThat(account.total()).isEqualTo(12_500);
        assertThat(account.reckoning().earned()).isEqualTo(14_000);
        assertThat(account.adjustments())
                .containsExactly(
                        new Adjustment(
                                "r1",
                                -2_000,
                                "cold-zone parking",
                                "operator-1",
                                accounts.clock.instant()),
                        new Adjustment(
                                "r2",
                                500,
                                "cold-zone parking",
                                "operator-1",
                                accounts.clock.instant()));
        assertThat(accounts.told()).hasSize(3);
        assertThat(accounts.told().get(1).getAdjusted().getAdjustment().getAmount().getAmount())
                .isEqualTo(-2_000);
        assertThat(accounts.told().get(1).getAdjusted().getAdjustment().getAmount().getCurrency())
                .isEqualTo("KRW");
    }

    @Test
    void adjustsAWorkThatHasNotEnded() {
        accounts.add(new Night().begun().list());

        assertThat(accounts.book.adjust(order("r1", 1_000)).total()).isEqualTo(28_000 + 1_000);
    }

    @Test
    void refusesToUseARequestIdForSomethingElse() {
        accounts.add(new Night().begun().ended(3_600).list());
        accounts.book.adjust(order("r1", -2_000));

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> accounts.book.adjust(order("r1", -3_000)));
    }

    @Test
    void refusesAnotherCurrencyNoAmountNoReasonAndNobody() {
        accounts.add(new Night().begun().ended(3_600).list());
        ErrorReason invalid = ErrorReason.ERROR_REASON_INVALID_ARGUMENT;

        assertRefused(
                invalid,
                () -> accounts.book.adjust(new AdjustOrder("r1", KEY, 1, "USD", "why", "who")));
        assertRefused(invalid, () -> order("r1", 0));
        assertRefused(invalid, () -> order("r1", AdjustOrder.MOST + 1));
        assertRefused(invalid, () -> new AdjustOrder("r1", KEY, 1, "KRW", "", "who"));
        assertRefused(invalid, () -> new AdjustOrder("r1", KEY, 1, "KRW", "w".repeat(501), "who"));
        assertRefused(invalid, () -> new AdjustOrder("r1", KEY, 1, "KRW", "why", " "));
        assertRefused(invalid, () -> new AdjustOrder("", KEY, 1, "KRW", "why", "who"));
    }
}
