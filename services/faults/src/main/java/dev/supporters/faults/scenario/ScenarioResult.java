package dev.supporters.faults.scenario;

import java.time.Duration;
import java.util.Map;

/**
 * How a scenario ended.
 *
 * @param failure why the night could not be played to its end; empty if it could
 * @param violations how often each thing happened that must never happen, by its name
 * @param completed percent of all calls that a supporter drove to the end
 */
public record ScenarioResult(
        Scenario scenario,
        String failure,
        Map<String, Integer> violations,
        double completed,
        Duration time) {

    /** In one word. */
    public String outcome() {
        return held() ? "held" : "broken";
    }

    /** Whether nothing happened that must never happen. */
    public boolean held() {
        return failure.isEmpty() && violations.values().stream().allMatch(count -> count == 0);
    }
}
