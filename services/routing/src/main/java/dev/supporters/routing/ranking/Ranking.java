package dev.supporters.routing.ranking;

import java.time.Duration;
import java.util.List;

/**
 * Candidates, best first.
 *
 * @param model who ranked, like "nearest@1"
 */
public record Ranking(List<Ranked> ranked, String model) {

    public Ranking {
        ranked = List.copyOf(ranked);
    }

    /** Those who would be there in time. */
    public Ranking within(Duration maxPickup) {
        return new Ranking(
                ranked.stream()
                        .filter(candidate -> candidate.etaSeconds() <= maxPickup.toSeconds())
                        .toList(),
                model);
    }
}
