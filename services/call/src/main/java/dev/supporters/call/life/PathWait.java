package dev.supporters.call.life;

import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState.Hold;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a call has been without a path when it gets one, which is promised to be short: from its request, or from the refusal after
 * which it looked for another supporter. While it is held it waits by the policy's will, so that time is none of it; what it waits after
 * the end of its hold is.
 */
public final class PathWait {

    private PathWait() {}

    /** Empty if the change does not give the call a path; a call that is cancelled has none. */
    public static Optional<Duration> ended(Call before, Call after) {
        boolean found =
                before.path() == DispatchPath.UNDECIDED && after.path() != DispatchPath.UNDECIDED;
        return found ? Optional.of(wait(before, after.since())) : Optional.empty();
    }

    private static Duration wait(Call before, Instant end) {
        return before.hold()
                .map(hold -> untilHeld(before, hold).plus(between(hold.until(), end)))
                .orElseGet(() -> between(before.since(), end));
    }

    /** When the call began to look again after a refusal is not kept; that search is counted from the hold on. */
    private static Duration untilHeld(Call before, Hold hold) {
        return before.excludedDrivers().isEmpty()
                ? between(before.order().createTime(), hold.since())
                : Duration.ZERO;
    }

    /** None if the end was earlier, as a clock may be behind another. */
    private static Duration between(Instant begin, Instant end) {
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
