package dev.supporters.mlgateway.ranking;

import dev.supporters.mlgateway.ranking.RankingService.ModelRanking;
import dev.supporters.mlgateway.ranking.RankingService.Shadow;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each shadow model would have chosen the same supporter, since the process began. */
@ApplicationScoped
public class ShadowCounts {

    private final Instant since;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    ShadowCounts(Clock clock) {
        since = clock.instant();
    }

    /**
     * Of one shadow model.
     *
     * @param same its first choice was that of the model that ranked, or there was nobody to choose
     * @param different it would have chosen somebody else
     * @param withoutChoice it was missing, late, or failed
     */
    public record Count(long same, long different, long withoutChoice) {

        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    same + other.same,
                    different + other.different,
                    withoutChoice + other.withoutChoice);
        }
    }

    public void add(ModelRanking ranking) {
        for (Shadow shadow : ranking.shadows()) {
            counts.merge(shadow.wanted(), count(shadow, ranking), Count::plus);
        }
    }

    /** By the name under which it is set. */
    public Count of(String wanted) {
        return counts.getOrDefault(wanted, Count.NONE);
    }

    public Instant since() {
        return since;
    }

    private static Count count(Shadow shadow, ModelRanking ranking) {
        return switch (shadow.comparedWith(ranking.ranked())) {
            case SAME -> new Count(1, 0, 0);
            case DIFFERENT -> new Count(0, 1, 0);
            case WITHOUT_CHOICE -> new Count(0, 0, 1);
        };
    }
}
