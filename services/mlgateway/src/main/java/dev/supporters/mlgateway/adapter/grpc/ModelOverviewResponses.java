package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.mlgateway.ranking.ModelOverviewService.FileModel;
import dev.supporters.mlgateway.ranking.ModelOverviewService.Overview;
import dev.supporters.mlgateway.ranking.ModelOverviewService.ShadowModelCount;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.mlgateway.v1.GetModelsResponse;
import dev.supporters.proto.mlgateway.v1.ModelScore;
import dev.supporters.proto.mlgateway.v1.ModelWeight;
import dev.supporters.proto.mlgateway.v1.RankingModelInfo;
import dev.supporters.proto.mlgateway.v1.RankingModelKind;
import dev.supporters.proto.mlgateway.v1.ShadowModel;

import java.util.TreeMap;

/** Writes which models are here. */
final class ModelOverviewResponses {

    private static final String NEAREST = "nearest@1";

    private ModelOverviewResponses() {}

    static GetModelsResponse response(Overview overview) {
        GetModelsResponse.Builder response =
                GetModelsResponse.newBuilder()
                        .setDefaultModel(overview.standard())
                        .addAllRefusedModels(overview.refused())
                        .setSinceTime(Timestamps.of(overview.since()));
        overview.files().forEach(model -> response.addModels(info(model)));
        response.addModels(
                RankingModelInfo.newBuilder()
                        .setModel(NEAREST)
                        .setKind(RankingModelKind.RANKING_MODEL_KIND_NEAREST)
                        .setUsed(overview.nearestUsed()));
        overview.shadows().forEach(shadow -> response.addShadows(shadow(shadow)));
        return response.build();
    }

    private static RankingModelInfo info(FileModel model) {
        ModelFile file = model.file();
        RankingModelInfo.Builder info =
                RankingModelInfo.newBuilder()
                        .setModel(file.model().toString())
                        .setKind(kind(file))
                        .setRegion(file.region())
                        .setProduct(file.product())
                        .setFirstNight(file.firstNight().toString())
                        .setLastNight(file.lastNight().toString())
                        .setNights(file.nights())
                        .setRows(file.rows())
                        .setAreas(file.offsets().size())
                        .setChecksum(model.checksum())
                        .setUsed(model.used());
        new TreeMap<>(file.scores())
                .forEach((name, value) ->
                        info.addScores(ModelScore.newBuilder().setName(name).setValue(value)));
        file.weights()
                .forEach(weight ->
                        info.addWeights(
                                ModelWeight.newBuilder()
                                        .setFeature(weight.feature().text())
                                        .setWeight(weight.value())));
        return info.build();
    }

    private static RankingModelKind kind(ModelFile file) {
        return switch (file.kind()) {
            case KEEP_PROBABILITY -> RankingModelKind.RANKING_MODEL_KIND_KEEP_PROBABILITY;
            case ETA_CORRECTION -> RankingModelKind.RANKING_MODEL_KIND_ETA_CORRECTION;
            case REFUSAL -> RankingModelKind.RANKING_MODEL_KIND_REFUSAL;
        };
    }

    private static ShadowModel shadow(ShadowModelCount shadow) {
        return ShadowModel.newBuilder()
                .setModel(shadow.model())
                .setSame(shadow.count().same())
                .setDifferent(shadow.count().different())
                .setWithoutChoice(shadow.count().withoutChoice())
                .build();
    }
}
