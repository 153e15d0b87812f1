package dev.supporters.mlgateway.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelKind;
import dev.supporters.dispatch.model.ModelVersion;
import dev.supporters.mlgateway.TrainedModels;
import dev.supporters.mlgateway.ranking.ModelOverviewService.Overview;
import dev.supporters.mlgateway.ranking.RankingModel.CandidateEstimate;
import dev.supporters.mlgateway.ranking.RankingService.ModelRanking;
import dev.supporters.mlgateway.ranking.RankingService.Shadow;
import dev.supporters.proto.mlgateway.v1.RankFallback;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ModelOverviewServiceTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final RankFallback NONE = RankFallback.RANK_FALLBACK_UNSPECIFIED;

    private final ShadowCounts counts = new ShadowCounts(Clock.fixed(START, ZoneOffset.UTC));

    @Test
    void saysWhichModelsRankAndWhichTheyContain() {
        // Given
        ModelFile elsewhere =
                TrainedModels.model(
                        new ModelVersion("keep", 7), ModelKind.KEEP_PROBABILITY, "busan", 1, -1);
        RankingModels models =
                models(
                        "keep",
                        TrainedModels.keep(1, 3),
                        TrainedModels.keep(2, 4),
                        TrainedModels.twiceAsLong(),
                        elsewhere);

        // When
        Overview overview = overview(models);

        // Then
        assertThat(overview.standard()).isEqualTo("keep");
        assertThat(overview.files())
                .extracting(
                        each -> each.file().model().toString(),
                        each -> each.file().region(),
                        ModelOverviewService.FileModel::used)
                .containsExactly(
                        tuple("eta@1", "seoul", true),
                        tuple("keep@7", "busan", true),
                        tuple("keep@2", "seoul", true),
                        tuple("keep@1", "seoul", false));
        assertThat(overview.nearestUsed()).isFalse();
    }

    @Test
    void whileTheNearestRanksNoFileIsUsed() {
        // When
        Overview overview = overview(models("nearest@1", TrainedModels.keep(1, 3)));

        // Then
        assertThat(overview.nearestUsed()).isTrue();
        assertThat(overview.files())
                .extracting(ModelOverviewService.FileModel::used)
                .containsExactly(false);
    }

    @Test
    void tellsChecksumsAndRefusedFiles() {
        // Given
        RankingModels models = new RankingModels(List.of(new NearestModel()), "nearest@1", true);
        ModelFile keep = TrainedModels.keep(1, 3);
        models.use(
                new LoadedModels(
                        List.of(keep), Map.of(keep.model(), "3f5c"), Set.of("keep@3", "keep@2")));

        // When
        Overview overview = overview(models);

        // Then
        assertThat(overview.files().getFirst().checksum()).isEqualTo("3f5c");
        assertThat(overview.refused()).containsExactly("keep@2", "keep@3");
    }

    @Test
    void countsWhatShadowsWouldHaveChosenByTheNameUnderWhichTheyAreSet() {
        // Given
        counts.add(ranking("1", shadow(NONE, "1")));
        counts.add(ranking("1", shadow(NONE, "2")));
        counts.add(ranking("1", shadow(NONE, "3")));
        counts.add(ranking("1", shadow(RankFallback.RANK_FALLBACK_LATE)));

        // When
        Overview overview =
                new ModelOverviewService(models("nearest@1"), counts, List.of("keep", "oracle@2"))
                        .overview();

        // Then
        assertThat(overview.shadows())
                .extracting(
                        ModelOverviewService.ShadowModelCount::model,
                        ModelOverviewService.ShadowModelCount::count)
                .containsExactly(
                        tuple("keep", new ShadowCounts.Count(1, 2, 1)),
                        tuple("oracle@2", new ShadowCounts.Count(0, 0, 0)));
        assertThat(overview.since()).isEqualTo(START);
    }

    private Overview overview(RankingModels models) {
        return new ModelOverviewService(models, counts, List.of()).overview();
    }

    private static RankingModels models(String standard, ModelFile... files) {
        RankingModels models = new RankingModels(List.of(new NearestModel()), standard, true);
        models.use(new LoadedModels(List.of(files), Map.of(), Set.of()));
        return models;
    }

    private static ModelRanking ranking(String best, Shadow shadow) {
        return new ModelRanking(
                List.of(estimate(best)), new NearestModel(), "", NONE, List.of(shadow));
    }

    private static Shadow shadow(RankFallback fallback, String... best) {
        return new Shadow(
                "keep",
                "keep@4",
                fallback,
                Arrays.stream(best).map(ModelOverviewServiceTest::estimate).toList());
    }

    private static CandidateEstimate estimate(String driverId) {
        return new CandidateEstimate(new DriverId(driverId), 60, 1);
    }
}
