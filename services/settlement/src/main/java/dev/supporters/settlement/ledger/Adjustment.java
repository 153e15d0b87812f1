package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** An operator's entry of a statement, in the currency's minor unit. */
public record Adjustment(
        String requestId, Kind kind, long amount, String reason, String actor, Instant createTime) {

    public Adjustment {
        requireNonNull(requestId);
        requireNonNull(kind);
        requireNonNull(reason);
        requireNonNull(actor);
        requireNonNull(createTime);
    }

    /** What an entry is. */
    public enum Kind {
        /** Something was wrong; adds or takes away. */
        CORRECTION("not 0"),
        /** What was guaranteed beyond what was earned; adds. */
        GUARANTEE("more than 0"),
        /** What is not paid by an operator's decision; takes away. */
        DEDUCTION("less than 0"),
        /** What the answer to a dispute grants; adds: who disputes a statement loses nothing by it. */
        GRANT("more than 0");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        boolean allows(long amount) {
            return switch (this) {
                case CORRECTION -> amount != 0;
                case GUARANTEE, GRANT -> amount > 0;
                case DEDUCTION -> amount < 0;
            };
        }

        String expected() {
            return expected;
        }
    }

    boolean matches(AdjustmentOrder order) {
        return kind == order.kind()
                && amount == order.amount()
                && reason.equals(order.reason())
                && actor.equals(order.actor());
    }
}
