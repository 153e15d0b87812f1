package dev.supporters.mlgateway.ranking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.supporters.mlgateway.MlGatewayConfig;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;

/** The models that are here, by name and version. */
@ApplicationScoped
public class RankingModels {

    private final Map<String, RankingModel> models;
    private final RankingModel standard;

    @Inject
    RankingModels(MlGatewayConfig config) {
        this(List.of(new NearestModel()), config.defaultModel());
    }

    RankingModels(List<RankingModel> models, String standard) {
        this.models = models.stream().collect(toUnmodifiableMap(RankingModel::name, identity()));
        if (!this.models.containsKey(standard)) {
            throw new IllegalStateException(
                    "default model: "
                            + standard
                            + " (expected: one of "
                            + this.models.keySet()
                            + ")");
        }
        this.standard = this.models.get(standard);
    }

    /** The model of this name, or the default one where the name is empty or unknown. */
    public RankingModel named(String name) {
        return models.getOrDefault(name, standard);
    }
}
