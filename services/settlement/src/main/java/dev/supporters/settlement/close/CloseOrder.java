package dev.supporters.settlement.close;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operator wants a business date closed.
 *
 * @param overrides the obstacles that count no more
 * @param reason why; empty without overrides
 */
public record CloseOrder(
        String requestId,
        BusinessDate businessDate,
        String actor,
        Set<Obstacle.Kind> overrides,
        String reason) {

    private static final int REASON_LENGTH = 500;

    public CloseOrder {
        Require.requestId(requestId);
        requireNonNull(businessDate);
        Require.actor(actor);
        overrides = Set.copyOf(overrides);
        for (Obstacle.Kind kind : overrides) {
            if (!kind.mayBeOverridden()) {
                throw Refusal.invalid("overrides", kind, "DISPUTED, UNPROVEN or BEGIN_MISSING");
            }
        }
        if (!overrides.isEmpty()) {
            Require.text(reason, "override_reason", REASON_LENGTH);
        } else if (!reason.isEmpty()) {
            throw Refusal.invalid("override_reason", "a text", "none without overrides");
        }
    }

    Optional<DateClose.Overriding> overriding(Instant now) {
        return overrides.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateClose.Overriding(overrides, actor, reason, now));
    }

    /** What the request says, always in the same order. */
    String body() {
        return actor + " " + new TreeSet<>(overrides) + " " + reason;
    }
}
