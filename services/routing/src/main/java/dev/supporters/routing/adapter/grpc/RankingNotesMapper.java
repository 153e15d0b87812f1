package dev.supporters.routing.adapter.grpc;

import dev.supporters.dispatch.assignment.RankingNotes;
import dev.supporters.dispatch.assignment.RankingNotes.ShadowChoice;

/** What mlgateway says about its ranking, from its answer and into the record. */
final class RankingNotesMapper {

    private RankingNotesMapper() {}

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
