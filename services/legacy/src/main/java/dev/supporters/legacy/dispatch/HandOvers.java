package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a call was handed over, each time that it was said again, and when.
 *
 * @param first empty if it never was: a supporter's acceptance can be the first that the legacy system hears of a call
 */
public record HandOvers(long times, Optional<Instant> first, Optional<Instant> last) {

    public static final HandOvers NONE = new HandOvers(0, Optional.empty(), Optional.empty());

    public HandOvers {
        requireNonNull(first);
        requireNonNull(last);
    }

    HandOvers oneMore(Instant now) {
        return new HandOvers(times + 1, first.or(() -> Optional.of(now)), Optional.of(now));
    }
}
