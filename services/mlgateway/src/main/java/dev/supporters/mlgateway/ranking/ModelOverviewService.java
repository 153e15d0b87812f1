package dev.supporters.mlgateway.ranking;

import static java.util.Comparator.comparing;

import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelKind;
import dev.supporters.mlgateway.MlGatewayConfig;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which models are here, which of them rank, and which are tried beside them. */
@ApplicationScoped
public class ModelOverviewService {

    private static final Comparator<ModelFile> NEWEST_OF_A_NAME_FIRST =
            comparing((ModelFile file) -> file.model().name())
                    .thenComparing(comparing(ModelFile::model).reversed());

    private final RankingModels models;
    private final ShadowCounts counts;
    private final List<String> shadows;

    @Inject
    ModelOverviewService(RankingModels models, ShadowCounts counts, MlGatewayConfig config) {
        this(models, counts, config.shadowModels().orElse(List.of()));
    }

    ModelOverviewService(RankingModels models, ShadowCounts counts, List<String> shadows) {
        this.models = models;
        this.counts = counts;
        this.shadows = List.copyOf(shadows);
    }

    /**
     * A model of a file.
     *
     * @param used whether it ranks in its region where no model is asked for, or the one that ranks there contains it
     */
    public record FileModel(ModelFile file, String checksum, boolean used) {}

    /** A model that is tried beside the one that ranks, as it is set. */
    public record ShadowModelCount(String model, ShadowCounts.Count count) {}

    /**
     * All of it.
     *
     * @param standard the model that ranks where none is asked for, as it is set
     * @param nearestUsed whether the model that needs no file ranks where neither model nor region are known
     * @param files the others: by name, the newest version first
     * @param refused names and versions of files that cannot be used
     * @param since since when the shadows' choices are counted
     */
    public record Overview(
            String standard,
            boolean nearestUsed,
            List<FileModel> files,
            List<ShadowModelCount> shadows,
            List<String> refused,
            Instant since) {

        public Overview {
            files = List.copyOf(files);
            shadows = List.copyOf(shadows);
            refused = List.copyOf(refused);
        }
    }

    public Overview overview() {
        LoadedModels loaded = models.loaded();
        return new Overview(
                models.standard(),
                models.choose("", "").model() instanceof NearestModel,
                loaded.files().stream()
                        .sorted(NEWEST_OF_A_NAME_FIRST)
                        .map(file -> new FileModel(file, checksum(loaded, file), used(file)))
                        .toList(),
                shadows.stream().map(name -> new ShadowModelCount(name, counts.of(name))).toList(),
                loaded.refused().stream().sorted().toList(),
                counts.since());
    }

    private static String checksum(LoadedModels loaded, ModelFile file) {
        return loaded.checksums().getOrDefault(file.model(), "");
    }

    private boolean used(ModelFile file) {
        Optional<RankingModel> ranks = models.find(models.standard(), file.region());
        return ranks.map(model -> contained(model, file.kind()))
                .orElse("")
                .equals(file.model().toString());
    }

    private static String contained(RankingModel model, ModelKind kind) {
        return switch (kind) {
            case KEEP_PROBABILITY -> model.name();
            case ETA_CORRECTION -> model.etaModel();
            case REFUSAL -> model.refusalModel();
        };
    }
}
