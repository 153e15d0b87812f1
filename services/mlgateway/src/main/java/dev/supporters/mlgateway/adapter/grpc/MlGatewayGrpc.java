package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.mlgateway.ranking.ModelOverviewService;
import dev.supporters.mlgateway.ranking.RankingService;
import dev.supporters.mlgateway.ranking.RankingService.ModelRanking;
import dev.supporters.mlgateway.ranking.ShadowCounts;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.mlgateway.v1.ForecastRequest;
import dev.supporters.proto.mlgateway.v1.ForecastResponse;
import dev.supporters.proto.mlgateway.v1.GetModelsRequest;
import dev.supporters.proto.mlgateway.v1.GetModelsResponse;
import dev.supporters.proto.mlgateway.v1.GetMovePlanRequest;
import dev.supporters.proto.mlgateway.v1.GetMovePlanResponse;
import dev.supporters.proto.mlgateway.v1.MlGatewayService;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The service's gRPC side. */
@GrpcService
class MlGatewayGrpc implements MlGatewayService {

    private final RankingService rankings;
    private final RankMetrics metrics;
    private final ShadowCounts counts;
    private final ModelOverviewService overviews;
    private final GrpcResponder responder;
    private final PlanningRequests planning;

    MlGatewayGrpc(
            RankingService rankings,
            RankMetrics metrics,
            ShadowCounts counts,
            ModelOverviewService overviews,
            GrpcResponder responder,
            PlanningRequests planning) {
        this.rankings = rankings;
        this.metrics = metrics;
        this.counts = counts;
        this.overviews = overviews;
        this.responder = responder;
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

    @Override
    public Uni<GetModelsResponse> getModels(GetModelsRequest request) {
        return responder.answer(() -> ModelOverviewResponses.response(overviews.overview()));
    }

    private RankResponse ranked(RankRequest request) {
        ModelRanking ranking = rankings.rank(RankRequests.question(request), request.getModel());
        metrics.ranked(ranking);
        counts.add(ranking);
        return RankResponses.response(ranking);
    }
}
