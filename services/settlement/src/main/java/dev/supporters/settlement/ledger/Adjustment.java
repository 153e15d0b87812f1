package dev.supporters.settlement.ledger;

import java.time.Instant;

/** A correction by an operator, in the currency's minor unit. */
public record Adjustment(
        String requestId, long amount, String reason, String actor, Instant createTime) {

    boolean matches(AdjustmentOrder order) {
        return amount == order.amount()
                && reason.equals(order.reason())
                && actor.equals(order.actor());
    }
}
