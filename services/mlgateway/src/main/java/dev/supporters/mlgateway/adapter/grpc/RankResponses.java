package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.mlgateway.ranking.RankingModel.CandidateEstimate;
import dev.supporters.mlgateway.ranking.RankingService.ModelRanking;
import dev.supporters.mlgateway.ranking.RankingService.Shadow;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.Ranked;
import dev.supporters.proto.mlgateway.v1.ShadowRanking;

/** Writes rankings. */
final class RankResponses {

    private RankResponses() {}

    static RankResponse response(ModelRanking ranking) {
        RankResponse.Builder response =
                RankResponse.newBuilder()
                        .setModel(ranking.model().name())
                        .setWantedModel(ranking.wanted())
                        .setFallback(ranking.fallback())
                        .setEtaModel(ranking.model().etaModel())
                        .setRefusalModel(ranking.model().refusalModel());
        ranking.ranked().forEach(estimate -> response.addRanked(ranked(estimate)));
        ranking.shadows().forEach(shadow -> response.addShadows(shadow(shadow)));
        return response.build();
    }

    private static ShadowRanking shadow(Shadow shadow) {
        ShadowRanking.Builder ranking =
                ShadowRanking.newBuilder().setModel(shadow.model()).setFallback(shadow.fallback());
        shadow.best().forEach(estimate -> ranking.addBest(ranked(estimate)));
        return ranking.build();
    }

    private static Ranked ranked(CandidateEstimate estimate) {
        Ranked.Builder ranked =
                Ranked.newBuilder()
                        .setDriverId(estimate.driverId().value())
                        .setEtaSeconds(estimate.etaSeconds())
                        .setScore(estimate.score());
        estimate.keepProbability().ifPresent(ranked::setKeepProbability);
        return ranked.build();
    }
}
