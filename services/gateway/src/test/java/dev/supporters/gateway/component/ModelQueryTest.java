package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.mlgateway.v1.GetModelsResponse;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.mlgateway.v1.ModelScore;
import dev.supporters.proto.mlgateway.v1.ModelWeight;
import dev.supporters.proto.mlgateway.v1.RankingModelInfo;
import dev.supporters.proto.mlgateway.v1.RankingModelKind;
import dev.supporters.proto.mlgateway.v1.ShadowModel;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** How models are shown. */
@QuarkusTest
class ModelQueryTest extends ComponentTest {

    private static final String MODELS =
            "{ models { defaultModel refused countedSince models { model kind used areas checksum training {"
                    + " region product firstNight lastNight nights rows } scores { name value } features {"
                    + " name weight } } shadows { model same different withoutChoice } } }";

    @Test
    void showsWhichModelsRankAndWhichAreTriedBesideThem() {
        // Given
        services.answer(
                MlGatewayServiceGrpc.getGetModelsMethod(),
                request ->
                        GetModelsResponse.newBuilder()
                                .setDefaultModel("keep")
                                .addModels(keep())
                                .addModels(
                                        RankingModelInfo.newBuilder()
                                                .setModel("nearest@1")
                                                .setKind(
                                                        RankingModelKind
                                                                .RANKING_MODEL_KIND_NEAREST))
                                .addShadows(
                                        ShadowModel.newBuilder()
                                                .setModel("nearest@1")
                                                .setSame(7)
                                                .setDifferent(2)
                                                .setWithoutChoice(1))
                                .addRefusedModels("keep@3")
                                .setSinceTime(Timestamps.of(Instant.parse("2026-11-20T11:00:00Z")))
                                .build());

        // When
        var answer = ask(issuer.operator(), MODELS);

        // Then
        answer.statusCode(200)
                .body("errors", nullValue())
                .body("data.models.defaultModel", equalTo("keep"))
                .body("data.models.refused", contains("keep@3"))
                .body("data.models.countedSince", equalTo("2026-11-20T11:00:00Z"))
                .body("data.models.models.model", contains("keep@2", "nearest@1"))
                .body("data.models.models.kind", contains("KEEP_PROBABILITY", "NEAREST"))
                .body("data.models.models.used", contains(true, false))
                .body("data.models.models[0].checksum", equalTo("3f5c"))
                .body("data.models.models[0].areas", equalTo(12))
                .body("data.models.models[0].training.region", equalTo("seoul"))
                .body("data.models.models[0].training.lastNight", equalTo("2026-10-20"))
                .body("data.models.models[0].training.rows", equalTo(25_000))
                .body("data.models.models[0].scores.name", contains("auc"))
                .body("data.models.models[0].features[0].weight", equalTo(-2.5f))
                .body("data.models.models[1].training", nullValue())
                .body("data.models.models[1].checksum", nullValue())
                .body("data.models.models[1].features", empty())
                .body("data.models.shadows[0].different", equalTo(2))
                .body("data.models.shadows[0].withoutChoice", equalTo(1));
    }

    @Test
    void areForOperatorsOnly() {
        ask(issuer.driver(), MODELS)
                .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
        ask("", MODELS).statusCode(401);
    }

    private static RankingModelInfo keep() {
        return RankingModelInfo.newBuilder()
                .setModel("keep@2")
                .setKind(RankingModelKind.RANKING_MODEL_KIND_KEEP_PROBABILITY)
                .setUsed(true)
                .setRegion("seoul")
                .setProduct("DRIVER")
                .setFirstNight("2026-10-01")
                .setLastNight("2026-10-20")
                .setNights(16)
                .setRows(25_000)
                .setAreas(12)
                .addScores(ModelScore.newBuilder().setName("auc").setValue(.81))
                .addWeights(ModelWeight.newBuilder().setFeature("log-eta-minutes").setWeight(-2.5))
                .setChecksum("3f5c")
                .build();
    }
}
