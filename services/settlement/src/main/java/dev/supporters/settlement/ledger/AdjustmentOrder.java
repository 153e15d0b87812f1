package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** An operator wants to add an entry to what a shift is paid. */
public record AdjustmentOrder(
        String requestId,
        WorkId workId,
        Adjustment.Kind kind,
        long amount,
        String currency,
        String reason,
        String actor) {

    /** Far above any pay, far below where sums would overflow. */
    static final long MOST = 1_000_000_000_000L;

    private static final int REASON_LENGTH = 500;

    public AdjustmentOrder {
        Require.requestId(requestId);
        requireNonNull(workId);
        requireNonNull(kind);
        if (amount < -MOST || amount > MOST || !kind.allows(amount)) {
            throw Refusal.invalid(
                    "amount.amount",
                    amount,
                    "-" + MOST + " to " + MOST + ", of a " + kind + " " + kind.expected());
        }
        Require.text(currency, "amount.currency", 3);
        Require.text(reason, "reason", REASON_LENGTH);
        Require.actor(actor);
    }
}
