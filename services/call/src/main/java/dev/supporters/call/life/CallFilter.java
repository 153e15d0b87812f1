package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * Which calls are meant.
 *
 * @param stages any of these; empty for all
 * @param customerId empty for all
 * @param driverId empty for all
 * @param begin requested at or after this
 * @param end requested before this
 * @param after only those that come after this one in the list
 */
public record CallFilter(
        Set<Stage> stages,
        String customerId,
        String driverId,
        Instant begin,
        Instant end,
        Cursor after) {

    /** Before every call; MongoDB's times and Java's both have it. */
    public static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    /** After every call. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    public CallFilter {
        stages = Set.copyOf(stages);
        requireNonNull(customerId);
        requireNonNull(driverId);
        requireNonNull(begin);
        requireNonNull(end);
        requireNonNull(after);
    }

    /** A place in the list: calls stand there by request time and id, the greatest first. */
    public record Cursor(Instant createTime, String callId) {

        public static final Cursor START = new Cursor(FOREVER, "");

        public Cursor {
            requireNonNull(createTime);
            requireNonNull(callId);
        }
    }
}
