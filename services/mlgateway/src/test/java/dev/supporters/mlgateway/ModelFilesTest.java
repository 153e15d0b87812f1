package dev.supporters.mlgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.mlgateway.v1.GetModelsRequest;
import dev.supporters.proto.mlgateway.v1.GetModelsResponse;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.mlgateway.v1.ModelScore;
import dev.supporters.proto.mlgateway.v1.ModelWeight;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankFallback;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.RankingModelInfo;
import dev.supporters.proto.mlgateway.v1.ShadowRanking;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.TestChannel;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Model files come into use, and are refused, while the service runs. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
@TestProfile(ModelFilesTest.WithFolder.class)
class ModelFilesTest {

    @ConfigProperty(name = "supporters.mlgateway.model-folder")
    String folder;

    @AutoClose private TestChannel channel;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
    }

    @Test
    void usesANewVersionWithoutARestartAndKeepsItWhenAWrongOneComes() throws IOException {
        // Given no file
        RankResponse before = rank();
        assertThat(before.getModel()).isEqualTo("nearest@1");
        assertThat(before.getFallback()).isEqualTo(RankFallback.RANK_FALLBACK_MISSING);
        assertThat(before.getWantedModel()).isEqualTo("keep");

        // When a model comes
        TrainedModels.write(Path.of(folder), TrainedModels.keep(1, 3));

        // Then it ranks
        await().untilAsserted(() -> assertThat(rank().getModel()).isEqualTo("keep@1"));
        RankResponse after = rank();
        assertThat(after.getFallback()).isEqualTo(RankFallback.RANK_FALLBACK_UNSPECIFIED);
        assertThat(after.getRankedList())
                .allSatisfy(ranked -> assertThat(ranked.getKeepProbability()).isBetween(0.0, 1.0));
        assertThat(after.getShadowsList())
                .extracting(ShadowRanking::getModel, shadow -> shadow.getBest(0).getDriverId())
                .containsExactly(tuple("nearest@1", "2"));

        // When a wrong one comes
        TrainedModels.write(Path.of(folder), "keep.2.model", "supporters-model 1\n");

        // Then the old one stays, and it is counted
        await().untilAsserted(() ->
                assertThat(metrics())
                        .contains("supporters_mlgateway_model_files_refused_total 1.0"));
        assertThat(rank().getModel()).isEqualTo("keep@1");
        assertThat(metrics())
                .contains("supporters_mlgateway_model_files 1.0")
                .contains("supporters_mlgateway_fallbacks_total{reason=\"late\"} 0.0")
                .contains("supporters_mlgateway_shadow_rankings_total{result=\"same\"}");

        // Then operators see both
        GetModelsResponse models = models();
        assertThat(models.getDefaultModel()).isEqualTo("keep");
        assertThat(models.getModelsList())
                .extracting(RankingModelInfo::getModel, RankingModelInfo::getUsed)
                .containsExactly(tuple("keep@1", true), tuple("nearest@1", false));
        RankingModelInfo keep = models.getModels(0);
        assertThat(keep.getChecksum()).hasSize(64);
        assertThat(keep.getScoresList())
                .extracting(ModelScore::getName, ModelScore::getValue)
                .containsExactly(tuple("auc", .8), tuple("brier", .06), tuple("log-loss", .2));
        assertThat(keep.getWeightsList())
                .extracting(ModelWeight::getFeature, ModelWeight::getWeight)
                .containsExactly(tuple("log-eta-minutes", -3.0));
        assertThat(keep.getLastNight()).isEqualTo("2026-10-20");
        assertThat(models.getRefusedModelsList()).containsExactly("keep@2");
        assertThat(models.getShadows(0).getModel()).isEqualTo("nearest@1");
        assertThat(models.getShadows(0).getSame()).isPositive();
    }

    private GetModelsResponse models() {
        return channel.stub(MlGatewayServiceGrpc::newBlockingStub)
                .getModels(GetModelsRequest.getDefaultInstance());
    }

    private RankResponse rank() {
        return channel.stub(MlGatewayServiceGrpc::newBlockingStub)
                .rank(
                        RankRequest.newBuilder()
                                .setCallId("1")
                                .setOrigin(point(37.5))
                                .setRankTime(Timestamps.of(Instant.parse("2026-11-20T12:30:00Z")))
                                .setTimeZone("Asia/Seoul")
                                .setRegion("seoul")
                                .addCandidates(candidate("1", 37.52))
                                .addCandidates(candidate("2", 37.51))
                                .build());
    }

    private static String metrics() {
        return RestAssured.get("/q/metrics").asString();
    }

    private static RankCandidate candidate(String driverId, double lat) {
        return RankCandidate.newBuilder().setDriverId(driverId).setLocation(point(lat)).build();
    }

    private static Point point(double lat) {
        return Point.newBuilder().setLat(lat).setLng(127).build();
    }

    public static class WithFolder implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "supporters.mlgateway.model-folder",
                        Files.createTempDirectory(Path.of("target"), "models").toString(),
                        "supporters.mlgateway.model-folder-every",
                        "50ms",
                        "supporters.mlgateway.default-model",
                        "keep",
                        "supporters.mlgateway.shadow-models",
                        "nearest@1",
                        "supporters.mlgateway.rank-within",
                        "10s",
                        "supporters.mlgateway.shadows-within",
                        "10s");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
