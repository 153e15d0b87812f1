package dev.supporters.gateway.adapter.graphql.model;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ModelFeatureView;
import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ModelKind;
import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ModelScoreView;
import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ModelTrainingView;
import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ModelView;
import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ModelsView;
import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ShadowModelView;
import dev.supporters.proto.mlgateway.v1.GetModelsResponse;
import dev.supporters.proto.mlgateway.v1.RankingModelInfo;
import dev.supporters.proto.mlgateway.v1.ShadowModel;

import java.util.List;

/** Models from the protos to the schema. */
final class ModelSchemaMapper {

    private ModelSchemaMapper() {}

    static ModelsView view(GetModelsResponse response) {
        return new ModelsView(
                response.getDefaultModel(),
                response.getModelsList().stream().map(ModelSchemaMapper::view).toList(),
                response.getShadowsList().stream().map(ModelSchemaMapper::view).toList(),
                List.copyOf(response.getRefusedModelsList()),
                ProtoMapper.instant(response.hasSinceTime(), response.getSinceTime()));
    }

    private static ModelView view(RankingModelInfo model) {
        return new ModelView(
                model.getModel(),
                ProtoMapper.read(ModelKind.class, model.getKind(), "RANKING_MODEL_KIND_"),
                model.getUsed(),
                training(model),
                model.getScoresList().stream()
                        .map(score -> new ModelScoreView(score.getName(), score.getValue()))
                        .toList(),
                model.getWeightsList().stream()
                        .map(each -> new ModelFeatureView(each.getFeature(), each.getWeight()))
                        .toList(),
                model.getAreas(),
                ProtoMapper.text(model.getChecksum()));
    }

    private static ModelTrainingView training(RankingModelInfo model) {
        return model.getNights() == 0
                ? null
                : new ModelTrainingView(
                        model.getRegion(),
                        model.getProduct(),
                        ProtoMapper.date(model.getFirstNight()),
                        ProtoMapper.date(model.getLastNight()),
                        model.getNights(),
                        model.getRows());
    }

    private static ShadowModelView view(ShadowModel shadow) {
        return new ShadowModelView(
                shadow.getModel(),
                shadow.getSame(),
                shadow.getDifferent(),
                shadow.getWithoutChoice());
    }
}
