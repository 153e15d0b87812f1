package dev.supporters.settlement.close;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The close of a business date: CLOSING until all of its statements are closed, then CLOSED. Without one the date is open.
 *
 * @param dueTime when the window ended: from then on its age counts
 * @param actor who began it: an operator, or {@link #BY_ITSELF}
 * @param override what an operator said about obstacles; empty if nobody did
 * @param closeTime since when it is closed; empty while it is closing
 */
public record DateClose(
        BusinessDate businessDate,
        Instant dueTime,
        String actor,
        Instant beginTime,
        Optional<Overriding> override,
        Optional<Instant> closeTime) {

    /** The actor of what nobody asked for. */
    static final String BY_ITSELF = "settlement";

    public DateClose {
        requireNonNull(businessDate);
        requireNonNull(dueTime);
        requireNonNull(actor);
        requireNonNull(beginTime);
        requireNonNull(override);
        requireNonNull(closeTime);
    }

    /** Obstacles that count no more, because an operator has looked at them. */
    public record Overriding(
            Set<Obstacle.Kind> obstacles, String actor, String reason, Instant time) {

        public Overriding {
            obstacles = Set.copyOf(obstacles);
            requireNonNull(actor);
            requireNonNull(reason);
            requireNonNull(time);
        }
    }

    boolean isClosed() {
        return closeTime.isPresent();
    }

    boolean overrides(Obstacle.Kind kind) {
        return override.filter(found -> found.obstacles().contains(kind)).isPresent();
    }

    /** With one override more; what was overridden before stays so. */
    DateClose with(Overriding newest) {
        Set<Obstacle.Kind> all = EnumSet.copyOf(newest.obstacles());
        override.ifPresent(before -> all.addAll(before.obstacles()));
        Overriding both = new Overriding(all, newest.actor(), newest.reason(), newest.time());
        return new DateClose(businessDate, dueTime, actor, beginTime, Optional.of(both), closeTime);
    }

    DateClose closed(Instant now) {
        return new DateClose(businessDate, dueTime, actor, beginTime, override, Optional.of(now));
    }
}
