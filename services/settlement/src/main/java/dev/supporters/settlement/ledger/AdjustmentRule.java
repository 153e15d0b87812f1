package dev.supporters.settlement.ledger;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.pay.Fact;

import java.time.Instant;
import java.util.Optional;

/** What an operator's entry must keep: the shift's currency, one entry for each key, and no total below 0. */
final class AdjustmentRule {

    private AdjustmentRule() {}

    /**
     * The ledger with the entry; empty if it has it already. Refused: STATEMENT_NOT_FOUND, INVALID_ARGUMENT, REQUEST_ID_REUSED,
     * TOTAL_BELOW_ZERO.
     */
    static Optional<Ledger> apply(Ledger ledger, AdjustmentOrder order, Instant now) {
        Fact.Begun begun =
                ledger.facts().begun().orElseThrow(() -> StatementService.notFound(order.workId()));
        Optional<Adjustment> before = ledger.adjustment(order.requestId());
        if (before.isPresent()) {
            requireSame(before.get(), order, begun);
            return Optional.empty();
        }
        if (!order.currency().equals(begun.terms().currency())) {
            throw Refusal.invalid("amount.currency", order.currency(), begun.terms().currency());
        }
        Ledger after =
                ledger.with(
                        new Adjustment(
                                order.requestId(),
                                order.kind(),
                                order.amount(),
                                order.reason(),
                                order.actor(),
                                now));
        requirePaid(after, order.amount(), now);
        return Optional.of(after);
    }

    /** Before the shift has ended, what it is paid until now counts. */
    private static void requirePaid(Ledger after, long amount, Instant now) {
        long total = after.balance(now);
        if (amount < 0 && total < 0) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_TOTAL_BELOW_ZERO,
                    "amount.amount: " + amount + ", which makes the total " + total,
                    "at least " + Math.min(0, amount - total));
        }
    }

    private static void requireSame(Adjustment before, AdjustmentOrder order, Fact.Begun begun) {
        if (!before.matches(order) || !order.currency().equals(begun.terms().currency())) {
            throw RequestCause.reused(order.requestId(), "the correction that it was used for");
        }
    }
}
