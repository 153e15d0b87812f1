package dev.supporters.routing.adapter.grpc;

import dev.supporters.dispatch.assignment.RankingNotes;
import dev.supporters.dispatch.assignment.RankingNotes.ShadowChoice;
import dev.supporters.proto.mlgateway.v1.RankFallback;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.Ranked;
import dev.supporters.proto.mlgateway.v1.ShadowRanking;

/** What mlgateway says about its ranking, from its answer and into the record. */
final class RankingNotesMapper {

    private static final String PREFIX = "RANK_FALLBACK_";

    private RankingNotesMapper() {}

    /** A ranking by the wanted model, without any shadow, has no notes. */
    static RankingNotes notes(RankResponse response) {
        if (response.getShadowsCount() == 0
                && response.getFallback() == RankFallback.RANK_FALLBACK_UNSPECIFIED
                && response.getEtaModel().isEmpty()
                && response.getRefusalModel().isEmpty()) {
            return RankingNotes.NONE;
        }
        return new RankingNotes(
                response.getWantedModel(),
                text(response.getFallback()),
                response.getEtaModel(),
                response.getRefusalModel(),
                response.getShadowsList().stream().map(RankingNotesMapper::shadow).toList());
    }

    static dev.supporters.proto.events.routing.v1.RankingNotes notes(RankingNotes notes) {
        var message =
                dev.supporters.proto.events.routing.v1.RankingNotes.newBuilder()
                        .setWantedModel(notes.wantedModel())
                        .setFallback(notes.fallback())
                        .setEtaModel(notes.etaModel())
                        .setRefusalModel(notes.refusalModel());
        notes.shadows().forEach(shadow -> message.addShadows(shadow(shadow)));
        return message.build();
    }

    private static ShadowChoice shadow(ShadowRanking shadow) {
        Ranked best = shadow.getBestCount() == 0 ? Ranked.getDefaultInstance() : shadow.getBest(0);
        return new ShadowChoice(
                shadow.getModel(),
                best.getDriverId(),
                best.getEtaSeconds(),
                best.getScore(),
                text(shadow.getFallback()));
    }

    private static String text(RankFallback fallback) {
        return fallback == RankFallback.RANK_FALLBACK_UNSPECIFIED
                ? ""
                : fallback.name().replace(PREFIX, "");
    }

    private static dev.supporters.proto.events.routing.v1.ShadowChoice shadow(ShadowChoice shadow) {
        return dev.supporters.proto.events.routing.v1.ShadowChoice.newBuilder()
                .setModel(shadow.model())
                .setDriverId(shadow.driverId())
                .setEtaSeconds(shadow.etaSeconds())
                .setScore(shadow.score())
                .setFallback(shadow.fallback())
                .build();
    }
}
