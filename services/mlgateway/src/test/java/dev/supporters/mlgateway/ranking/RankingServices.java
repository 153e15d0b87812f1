package dev.supporters.mlgateway.ranking;

import dev.supporters.dispatch.model.ModelFile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rankings without a server, for tests. */
public final class RankingServices {

    private static final Duration LONG = Duration.ofMinutes(1);

    private RankingServices() {}

    public static RankingService service(String shadow, ModelFile... files) {
        var models = new RankingModels(List.of(new NearestModel()), "nearest@1");
        models.use(new LoadedModels(List.of(files), Map.of(), Set.of()));
        return new RankingService(models, List.of(shadow), LONG, LONG, LONG, System::nanoTime);
    }
}
