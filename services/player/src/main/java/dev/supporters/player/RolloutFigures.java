package dev.supporters.player;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How long it took until services had policies that an operator put.
 *
 * @param rollouts one for each policy that was put
 * @param problems why nothing more was measured, in words
 */
public record RolloutFigures(List<MeasuredRollout> rollouts, List<String> problems) {

    public RolloutFigures {
        rollouts = List.copyOf(rollouts);
        problems = List.copyOf(problems);
    }

    /**
     * Of one policy, in real time.
     *
     * @param times from the operator's request until each service had it, by service; at least one
     */
    public record MeasuredRollout(Map<String, Duration> times) {

        public MeasuredRollout {
            times = Map.copyOf(times);
            if (times.isEmpty()) {
                throw new IllegalArgumentException("times: none (expected: at least 1)");
            }
        }

        /** The service that had it last; of several the first by name. */
        public String slowest() {
            return new TreeSet<>(times.keySet()).stream().max(comparing(times::get)).orElseThrow();
        }

        public Duration longest() {
            return requireNonNull(times.get(slowest()));
        }
    }
}
