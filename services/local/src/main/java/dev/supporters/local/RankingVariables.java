package dev.supporters.local;

import dev.supporters.local.options.LocalOptions;

import java.util.Map;

/** What the ranking function is told of the models that were asked for. */
final class RankingVariables {

    /** The one that training makes; without a version, the newest of the folder. */
    private static final String MODEL = "keep";

    /** Longer than in production, because all processes share this machine's few cores. */
    private static final String RANK_WITHIN = "100ms";

    private RankingVariables() {}

    static Map<String, String> of(LocalOptions options) {
        return options.models()
                .map(folder ->
                        Map.of(
                                "SUPPORTERS_MLGATEWAY_MODEL_FOLDER",
                                folder.toString(),
                                "SUPPORTERS_MLGATEWAY_DEFAULT_MODEL",
                                MODEL,
                                "SUPPORTERS_MLGATEWAY_RANK_WITHIN",
                                RANK_WITHIN))
                .orElse(Map.of());
    }
}
