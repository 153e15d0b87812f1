package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.mlgateway.ranking.RankingModel.CandidateEstimate;
import dev.supporters.mlgateway.ranking.RankingService.ModelRanking;
import dev.supporters.mlgateway.ranking.RankingService.Shadow;
import dev.supporters.proto.mlgateway.v1.RankFallback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Locale;

/** Which models rank, why others did not, and whether shadow models choose the same supporter. */
@Startup // alerts watch its counters
@ApplicationScoped
class RankMetrics {

    private static final String RANKINGS = "supporters_mlgateway_rankings_total";
    private static final String FALLBACKS = "supporters_mlgateway_fallbacks_total";
    private static final String SHADOWS = "supporters_mlgateway_shadow_rankings_total";
    private static final String NEAREST = "nearest@1";
    private static final String SAME = "same";
    private static final String DIFFERENT = "different";

    private final MeterRegistry meters;

    RankMetrics(MeterRegistry meters) {
        this.meters = meters;
        rankings(NEAREST, false);
        rankings(NEAREST, true);
        for (RankFallback reason : RankFallback.values()) {
            if (isReason(reason)) {
                meters.counter(FALLBACKS, "reason", label(reason));
                meters.counter(SHADOWS, "result", label(reason));
            }
        }
        meters.counter(SHADOWS, "result", SAME);
        meters.counter(SHADOWS, "result", DIFFERENT);
    }

    void ranked(ModelRanking ranking) {
        boolean substituted = isReason(ranking.fallback());
        rankings(ranking.model().name(), substituted).increment();
        if (substituted) {
            meters.counter(FALLBACKS, "reason", label(ranking.fallback())).increment();
        }
        for (Shadow shadow : ranking.shadows()) {
            meters.counter(SHADOWS, "result", result(shadow, ranking.ranked())).increment();
        }
    }

    private Counter rankings(String model, boolean substituted) {
        return meters.counter(
                RANKINGS, "model", model, "substituted", Boolean.toString(substituted));
    }

    private static String result(Shadow shadow, List<CandidateEstimate> ranked) {
        return switch (shadow.comparedWith(ranked)) {
            case SAME -> SAME;
            case DIFFERENT -> DIFFERENT;
            case WITHOUT_CHOICE -> label(shadow.fallback());
        };
    }

    private static boolean isReason(RankFallback fallback) {
        return fallback != RankFallback.RANK_FALLBACK_UNSPECIFIED
                && fallback != RankFallback.UNRECOGNIZED;
    }

    private static String label(RankFallback reason) {
        return reason.name().substring("RANK_FALLBACK_".length()).toLowerCase(Locale.ROOT);
    }
}
