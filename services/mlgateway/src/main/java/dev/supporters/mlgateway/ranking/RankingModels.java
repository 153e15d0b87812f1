package dev.supporters.mlgateway.ranking;

import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelKind;
import dev.supporters.mlgateway.MlGatewayConfig;
import dev.supporters.proto.mlgateway.v1.RankFallback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that are here: one that needs no file, and those that files brought. Files may come and go while it is used. */
@ApplicationScoped
public class RankingModels {

    private final Map<String, RankingModel> builtIn;
    private final String standard;
    private volatile Loaded loaded = new Loaded(LoadedModels.NONE, List.of());

    /** A model of a file, and what has to be known to choose it. */
    private record FromFile(ModelFile file, RankingModel model) {}

    private record Loaded(LoadedModels models, List<FromFile> ranking) {}

    /**
     * The model that ranks.
     *
     * @param wanted the model that was wanted
     * @param fallback why it is another one; unspecified if it is the wanted one
     */
    public record Choice(RankingModel model, String wanted, RankFallback fallback) {}

    @Inject
    RankingModels(MlGatewayConfig config) {
        this(List.of(new NearestModel()), config.defaultModel(), config.modelFolder().isPresent());
    }

    RankingModels(List<RankingModel> models, String standard) {
        this(models, standard, false);
    }

    RankingModels(List<RankingModel> models, String standard, boolean filesMayCome) {
        builtIn = models.stream().collect(toUnmodifiableMap(RankingModel::name, identity()));
        if (!filesMayCome && !builtIn.containsKey(standard)) {
            throw new IllegalStateException(
                    "default model: " + standard + " (expected: one of " + builtIn.keySet() + ")");
        }
        this.standard = standard;
    }

    /** From now on these are what files brought. */
    public void use(LoadedModels models) {
        loaded =
                new Loaded(
                        models,
                        models.of(ModelKind.KEEP_PROBABILITY).stream()
                                .map(file -> new FromFile(file, keepModel(file, models)))
                                .toList());
    }

    /** The model that ranks where none is asked for, as it is set. */
    String standard() {
        return standard;
    }

    /** What files brought. */
    LoadedModels loaded() {
        return loaded.models();
    }

    /** The model of this name, or the default one where the name is empty or unknown. */
    public RankingModel named(String name) {
        return choose(name, "").model();
    }

    /** The model of this name for a region; if that can't be used the default one, and if that can't either the nearest. */
    public Choice choose(String name, String region) {
        String wanted = name.isEmpty() ? standard : name;
        Optional<RankingModel> found = find(wanted, region);
        if (found.isPresent()) {
            return new Choice(found.get(), wanted, RankFallback.RANK_FALLBACK_UNSPECIFIED);
        }
        return new Choice(
                find(standard, region).orElseGet(NearestModel::new), wanted, why(wanted, region));
    }

    /** The model of this name for a region, and no other one. */
    Optional<RankingModel> find(String wanted, String region) {
        if (builtIn.containsKey(wanted)) {
            return Optional.of(builtIn.get(wanted));
        }
        return loaded.ranking().stream()
                .filter(found -> isNamed(found.file(), wanted) && isFor(found.file(), region))
                .max(comparingInt(found -> found.file().model().version()))
                .map(FromFile::model);
    }

    /** Why there is no model of this name for the region. */
    RankFallback why(String wanted, String region) {
        Loaded now = loaded;
        if (now.ranking().stream().anyMatch(found -> isNamed(found.file(), wanted))) {
            return RankFallback.RANK_FALLBACK_OTHER_REGION;
        }
        boolean refused =
                now.models().refused().stream()
                        .anyMatch(name -> name.equals(wanted) || name.startsWith(wanted + "@"));
        return refused ? RankFallback.RANK_FALLBACK_INVALID : RankFallback.RANK_FALLBACK_MISSING;
    }

    private static RankingModel keepModel(ModelFile file, LoadedModels models) {
        return new KeepModel(
                file,
                models.newest(ModelKind.ETA_CORRECTION, file.region()),
                models.newest(ModelKind.REFUSAL, file.region()));
    }

    private static boolean isNamed(ModelFile file, String wanted) {
        return wanted.equals(file.model().name()) || wanted.equals(file.model().toString());
    }

    private static boolean isFor(ModelFile file, String region) {
        return region.isEmpty() || region.equals(file.region());
    }
}
