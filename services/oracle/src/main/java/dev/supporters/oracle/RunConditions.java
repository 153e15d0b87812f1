package dev.supporters.oracle;

import dev.supporters.player.WaitFigures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Under which conditions a night was played.
 *
 * @param rate seconds of the night in a second of real time
 * @param outages when a call could not be handed over to general dispatch: something was taken from the stand on purpose
 * @param waits what the services said, when it was over, of what still waited
 */
public record RunConditions(double rate, List<IncidentPeriod> outages, WaitFigures waits) {

    public RunConditions {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate: " + rate + " (expected: more than 0)");
        }
        outages = List.copyOf(outages);
    }

    /** The longest time in a row, in real time, in which nothing was taken from the stand; zero if there is none. */
    public Duration longestPossible(Instant from, Instant to) {
        Duration longest = Duration.ZERO;
        Instant begin = from;
        while (begin.isBefore(to)) {
            Instant possible = endOfOutage(begin);
            Instant end = nextOutage(possible, to);
            if (possible.isBefore(end)) {
                longest = max(longest, Duration.between(possible, end));
            }
            begin = end.isAfter(begin) ? end : to;
        }
        return Duration.ofNanos((long) (longest.toNanos() / rate));
    }

    /** The first moment, from this one on, that no outage contains. */
    private Instant endOfOutage(Instant time) {
        Instant end = time;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (IncidentPeriod outage : outages) {
                if (outage.contains(end)) {
                    end = outage.end();
                    moved = true;
                }
            }
        }
        return end;
    }

    private Instant nextOutage(Instant after, Instant latest) {
        return outages.stream()
                .map(IncidentPeriod::begin)
                .filter(begin -> begin.isAfter(after) && begin.isBefore(latest))
                .min(Instant::compareTo)
                .orElse(latest);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
