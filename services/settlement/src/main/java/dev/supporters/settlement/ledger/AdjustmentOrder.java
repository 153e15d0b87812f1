package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** An operator wants to correct what a shift is paid. */
public record AdjustmentOrder(
        String requestId,
        WorkId workId,
        long amount,
        String currency,
        String reason,
        String actor) {

    /** Far above any pay, far below where sums would overflow. */
    static final long MOST = 1_000_000_000_000L;

    private static final int REASON_LENGTH = 500;
    private static final int ACTOR_LENGTH = 100;

    public AdjustmentOrder {
        Require.requestId(requestId);
        requireNonNull(workId);
        if (amount == 0 || amount < -MOST || amount > MOST) {
            throw Refusal.invalid("amount.amount", amount, "-" + MOST + " to " + MOST + ", not 0");
        }
        Require.text(currency, "amount.currency", 3);
        Require.text(reason, "reason", REASON_LENGTH);
        Require.text(actor, "actor", ACTOR_LENGTH);
    }
}
