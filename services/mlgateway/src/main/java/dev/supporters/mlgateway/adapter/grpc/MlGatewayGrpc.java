package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.mlgateway.ranking.RankingModel;
import dev.supporters.mlgateway.ranking.RankingModel.Estimate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;
import dev.supporters.mlgateway.ranking.RankingModels;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.mlgateway.v1.ForecastRequest;
import dev.supporters.proto.mlgateway.v1.ForecastResponse;
import dev.supporters.proto.mlgateway.v1.GetMovePlanRequest;
import dev.supporters.proto.mlgateway.v1.GetMovePlanResponse;
import dev.supporters.proto.mlgateway.v1.MlGatewayService;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.Ranked;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The service's gRPC side. */
@GrpcService
class MlGatewayGrpc implements MlGatewayService {

    private final RankingModels models;
    private final GrpcResponder responder;
    private final MeterRegistry meters;
    private final PlanningRequests planning;

    MlGatewayGrpc(
            RankingModels models,
            GrpcResponder responder,
            MeterRegistry meters,
            PlanningRequests planning) {
        this.models = models;
        this.responder = responder;
        this.meters = meters;
        this.planning = planning;
    }

    @Override
    public Uni<RankResponse> rank(RankRequest request) {
        return responder.answer(() -> ranked(request));
    }

    @Override
    public Uni<ForecastResponse> forecast(ForecastRequest request) {
        return responder.answer(() -> planning.forecast(request));
    }

    @Override
    public Uni<GetMovePlanResponse> getMovePlan(GetMovePlanRequest request) {
        return responder.answer(() -> planning.movePlan(request));
    }

    private RankResponse ranked(RankRequest request) {
        Question question = RankRequests.question(request);
        RankingModel model = models.named(request.getModel());
        boolean substituted =
                !request.getModel().isEmpty() && !request.getModel().equals(model.name());
        meters.counter(
                        "supporters_mlgateway_rankings_total",
                        "model",
                        model.name(),
                        "substituted",
                        Boolean.toString(substituted))
                .increment();
        RankResponse.Builder response = RankResponse.newBuilder().setModel(model.name());
        for (Estimate estimate : model.rank(question)) {
            response.addRanked(
                    Ranked.newBuilder()
                            .setDriverId(estimate.driverId().value())
                            .setEtaSeconds(estimate.etaSeconds())
                            .setScore(estimate.score()));
        }
        return response.build();
    }
}
