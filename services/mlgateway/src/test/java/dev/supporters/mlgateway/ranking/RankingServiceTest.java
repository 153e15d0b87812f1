package dev.supporters.mlgateway.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.mlgateway.TrainedModels;
import dev.supporters.mlgateway.ranking.RankingModel.Arriving;
import dev.supporters.mlgateway.ranking.RankingModel.Candidate;
import dev.supporters.mlgateway.ranking.RankingModel.CandidateEstimate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;
import dev.supporters.mlgateway.ranking.RankingService.ModelRanking;
import dev.supporters.mlgateway.ranking.RankingService.Shadow;
import dev.supporters.mlgateway.ranking.RankingService.WantedRanking;
import dev.supporters.proto.mlgateway.v1.RankFallback;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

class RankingServiceTest {

    private static final Duration RANK_WITHIN = Duration.ofMillis(10);
    private static final Duration RANK_MANY_WITHIN = Duration.ofMillis(15);
    private static final Duration SHADOWS_WITHIN = Duration.ofMillis(2);
    private static final Position ORIGIN = new Position(37.4979, 127.0276);

    private final RankingModels models =
            new RankingModels(
                    List.of(new NearestModel(), new Slow(), new Confused()), "keep", true);
    private long nanos;

    @Test
    void ranksByTheNewestTrainedModelAndNamesIt() {
        use(TrainedModels.keep(1, 3), TrainedModels.keep(10, 4), TrainedModels.keep(9, 5));

        ModelRanking ranking = rank("");

        assertThat(ranking.model().name()).isEqualTo("keep@10");
        assertThat(ranking.wanted()).isEqualTo("keep");
        assertThat(ranking.fallback()).isEqualTo(RankFallback.RANK_FALLBACK_UNSPECIFIED);
        assertThat(ids(ranking.ranked())).containsExactly("near", "middle", "far");
        assertThat(ranking.ranked())
                .allSatisfy(estimate ->
                        assertThat(estimate.keepProbability()).hasValue(estimate.score()));
    }

    @Test
    void ranksByTheVersionThatIsWanted() {
        use(TrainedModels.keep(1, 3), TrainedModels.keep(2, 4));

        assertThat(rank("keep@1").model().name()).isEqualTo("keep@1");
        assertThat(rank("nearest@1").model().name()).isEqualTo("nearest@1");
    }

    @Test
    void fallsBackToTheNearestWhereTheDefaultIsMissing() {
        ModelRanking ranking = rank("");

        assertThat(ranking.model().name()).isEqualTo("nearest@1");
        assertThat(ranking.fallback()).isEqualTo(RankFallback.RANK_FALLBACK_MISSING);
        assertThat(ranking.wanted()).isEqualTo("keep");
    }

    @Test
    void answersAnUnknownModelByTheDefaultAndSaysSo() {
        use(TrainedModels.keep(2, 4));

        ModelRanking ranking = rank("keep@7");

        assertThat(ranking.model().name()).isEqualTo("keep@2");
        assertThat(ranking.wanted()).isEqualTo("keep@7");
        assertThat(ranking.fallback()).isEqualTo(RankFallback.RANK_FALLBACK_MISSING);
    }

    @Test
    void saysThatTheFileOfTheWantedModelWasRefused() {
        models.use(new LoadedModels(List.of(), Map.of(), Set.of("keep@1")));

        assertThat(rank("").fallback()).isEqualTo(RankFallback.RANK_FALLBACK_INVALID);
        assertThat(rank("keep@1").fallback()).isEqualTo(RankFallback.RANK_FALLBACK_INVALID);
        assertThat(rank("keep@2").fallback()).isEqualTo(RankFallback.RANK_FALLBACK_MISSING);
    }

    @Test
    void doesNotUseAModelOfAnotherRegion() {
        use(TrainedModels.keep(1, 3));

        ModelRanking ranking = service().rank(question("busan"), "");

        assertThat(ranking.model().name()).isEqualTo("nearest@1");
        assertThat(ranking.fallback()).isEqualTo(RankFallback.RANK_FALLBACK_OTHER_REGION);
        assertThat(service().rank(question("seoul"), "").model().name()).isEqualTo("keep@1");
    }

    @Test
    void doesNotUseALateAnswer() {
        ModelRanking ranking = rank("slow@1");

        assertThat(ranking.model().name()).isEqualTo("nearest@1");
        assertThat(ranking.fallback()).isEqualTo(RankFallback.RANK_FALLBACK_LATE);
        assertThat(ids(ranking.ranked())).containsExactly("near", "middle", "far");
    }

    @Test
    void stopsATrainedModelInTheMiddleWhenItsTimeIsOver() {
        use(TrainedModels.keep(1, 3));

        ModelRanking ranking = service("keep@1", Duration.ofNanos(-1)).rank(question(""), "");

        assertThat(ranking.model().name()).isEqualTo("nearest@1");
        assertThat(ranking.fallback()).isEqualTo(RankFallback.RANK_FALLBACK_LATE);
    }

    @Test
    void doesNotUseAnAnswerThatIsNoNumber() {
        ModelRanking ranking = rank("confused@1");

        assertThat(ranking.model().name()).isEqualTo("nearest@1");
        assertThat(ranking.fallback()).isEqualTo(RankFallback.RANK_FALLBACK_FAILED);
        assertThat(ids(ranking.ranked())).containsExactly("near", "middle", "far");
    }

    @Test
    void recordsWhatShadowsChooseAndWhyOthersDoNot() {
        use(TrainedModels.keep(1, 3));

        ModelRanking ranking =
                service("nearest@1", "keep@1", "keep@2", "confused@1", "slow@1", "nearest@1")
                        .rank(question(""), "nearest@1");

        assertThat(ids(ranking.ranked())).containsExactly("near", "middle", "far");
        assertThat(ranking.shadows())
                .extracting(Shadow::model, Shadow::fallback, shadow -> ids(shadow.best()).size())
                .containsExactly(
                        tuple("nearest@1", RankFallback.RANK_FALLBACK_UNSPECIFIED, 3),
                        tuple("keep@1", RankFallback.RANK_FALLBACK_UNSPECIFIED, 3),
                        tuple("keep@2", RankFallback.RANK_FALLBACK_MISSING, 0),
                        tuple("confused@1", RankFallback.RANK_FALLBACK_FAILED, 0),
                        tuple("slow@1", RankFallback.RANK_FALLBACK_LATE, 0),
                        tuple("nearest@1", RankFallback.RANK_FALLBACK_LATE, 0));
    }

    @Test
    void correctsTheEtaAndLowersTheScoreByRefusals() {
        use(TrainedModels.keep(1, 3));
        CandidateEstimate plain = rank("").ranked().getFirst();
        use(TrainedModels.keep(1, 3), TrainedModels.twiceAsLong(), TrainedModels.halfRefused());

        ModelRanking ranking = rank("");
        CandidateEstimate corrected = ranking.ranked().getFirst();

        assertThat(ranking.model().etaModel()).isEqualTo("eta@1");
        assertThat(ranking.model().refusalModel()).isEqualTo("refusal@4");
        assertThat(corrected.etaSeconds())
                .isBetween(2 * plain.etaSeconds() - 1, 2 * plain.etaSeconds());
        assertThat(corrected.keepProbability().orElseThrow())
                .isLessThan(plain.keepProbability().orElseThrow());
        assertThat(corrected.score())
                .isCloseTo(corrected.keepProbability().orElseThrow() / 2, within(1e-12));
    }

    @Test
    void ranksManyCallsWithoutAskingShadowModels() {
        use(TrainedModels.keep(1, 3));

        List<ModelRanking> rankings =
                service("nearest@1")
                        .rankMany(
                                List.of(
                                        new WantedRanking(question("seoul"), ""),
                                        new WantedRanking(question("busan"), ""),
                                        new WantedRanking(question("seoul"), "nearest@1")));

        assertThat(rankings)
                .extracting(ranking -> ranking.model().name(), ModelRanking::fallback)
                .containsExactly(
                        tuple("keep@1", RankFallback.RANK_FALLBACK_UNSPECIFIED),
                        tuple("nearest@1", RankFallback.RANK_FALLBACK_OTHER_REGION),
                        tuple("nearest@1", RankFallback.RANK_FALLBACK_UNSPECIFIED));
        assertThat(rankings).allSatisfy(ranking -> assertThat(ranking.shadows()).isEmpty());
        assertThat(rankings.getFirst().ranked()).isEqualTo(rank("").ranked());
    }

    @Test
    void ofManyCallsThoseAreRankedByTheNearestThatAreNotReadyInTheTimeOfAll() {
        use(TrainedModels.keep(1, 3));
        WantedRanking slow = new WantedRanking(question("seoul"), "slow@1");

        List<ModelRanking> rankings =
                service()
                        .rankMany(
                                List.of(
                                        new WantedRanking(question("seoul"), "keep@1"),
                                        slow,
                                        slow,
                                        new WantedRanking(question("seoul"), "keep@1")));

        assertThat(rankings)
                .extracting(ranking -> ranking.model().name(), ModelRanking::fallback)
                .containsExactly(
                        tuple("keep@1", RankFallback.RANK_FALLBACK_UNSPECIFIED),
                        tuple("slow@1", RankFallback.RANK_FALLBACK_UNSPECIFIED),
                        tuple("nearest@1", RankFallback.RANK_FALLBACK_LATE),
                        tuple("nearest@1", RankFallback.RANK_FALLBACK_LATE));
    }

    @Test
    void whoeverStillDrivesKeepsTheGivenEtaAndGetsTheProbabilityOfTheModel() {
        use(TrainedModels.keep(1, 3), TrainedModels.twiceAsLong(), TrainedModels.halfRefused());

        ModelRanking ranking = service().rank(withArriving(300, 1_500), "");
        ModelRanking nearest = service().rank(withArriving(300, 1_500), "nearest@1");

        assertThat(ranking.arriving())
                .extracting(estimate -> estimate.driverId().value(), CandidateEstimate::etaSeconds)
                .containsExactly(tuple("arriving-300", 300), tuple("arriving-1500", 1_500));
        double soon = ranking.arriving().getFirst().keepProbability().orElseThrow();
        assertThat(soon)
                .isGreaterThan(ranking.arriving().getLast().keepProbability().orElseThrow());
        assertThat(ranking.arriving().getFirst().score()).isCloseTo(soon / 2, within(1e-12));
        assertThat(nearest.arriving())
                .extracting(CandidateEstimate::etaSeconds, CandidateEstimate::keepProbability)
                .containsExactly(
                        tuple(300, OptionalDouble.empty()), tuple(1_500, OptionalDouble.empty()));
    }

    private static Question withArriving(int... etaSeconds) {
        Question plain = question("");
        return new Question(
                plain.origin(),
                plain.time(),
                plain.zone(),
                plain.candidates(),
                plain.callAge(),
                plain.region(),
                Arrays.stream(etaSeconds)
                        .mapToObj(eta -> new Arriving(new DriverId("arriving-" + eta), eta))
                        .toList());
    }

    private void use(ModelFile... files) {
        models.use(new LoadedModels(List.of(files), Map.of(), Set.of()));
    }

    private ModelRanking rank(String wanted) {
        return service().rank(question(""), wanted);
    }

    private RankingService service(String... shadows) {
        return new RankingService(
                models,
                List.of(shadows),
                RANK_WITHIN,
                RANK_MANY_WITHIN,
                SHADOWS_WITHIN,
                () -> nanos);
    }

    private RankingService service(String shadow, Duration within) {
        return new RankingService(models, List.of(shadow), within, within, within, () -> nanos);
    }

    private static Question question(String region) {
        return new Question(
                ORIGIN,
                Instant.parse("2026-11-20T12:30:00Z"),
                ZoneId.of("Asia/Seoul"),
                List.of(north("far", .03), north("near", .001), north("middle", .01)),
                Duration.ofSeconds(20),
                region);
    }

    private static List<String> ids(List<CandidateEstimate> estimates) {
        return estimates.stream().map(estimate -> estimate.driverId().value()).toList();
    }

    private static Candidate north(String driverId, double degrees) {
        return new Candidate(
                new DriverId(driverId), new Position(ORIGIN.lat() + degrees, ORIGIN.lng()));
    }

    /** Needs more time than anybody has. */
    private final class Slow implements RankingModel {

        @Override
        public String name() {
            return "slow@1";
        }

        @Override
        public List<CandidateEstimate> rank(Question question) {
            nanos += RANK_WITHIN.toNanos() + 1;
            return List.of();
        }
    }

    /** Knows no numbers. */
    private static final class Confused implements RankingModel {

        @Override
        public String name() {
            return "confused@1";
        }

        @Override
        public List<CandidateEstimate> rank(Question question) {
            return question.candidates().stream()
                    .map(candidate -> new CandidateEstimate(candidate.driverId(), 1, Double.NaN))
                    .toList();
        }
    }
}
