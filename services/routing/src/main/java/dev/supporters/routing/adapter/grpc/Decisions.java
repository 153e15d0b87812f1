package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.routing.decision.Assignment;
import dev.supporters.routing.decision.Routed;
import dev.supporters.routing.decision.Trail;
import dev.supporters.routing.geo.Position;
import dev.supporters.routing.ranking.Ranked;

/** Decisions as they travel. */
final class Decisions {

    private Decisions() {}

    static Decision message(Routed routed) {
        Trail trail = routed.trail();
        Decision.Builder decision =
                Decision.newBuilder()
                        .setCallId(trail.call().callId())
                        .setReason(routed.reason())
                        .setRegion(trail.region())
                        .setPolicyVersion(trail.policyVersion())
                        .setModel(trail.model())
                        .addAllTags(trail.tags());
        return switch (routed) {
            case Routed.General general ->
                    decision.setPath(DispatchPath.DISPATCH_PATH_GENERAL).build();
            case Routed.Assigned assigned -> commanded(decision, assigned.command());
        };
    }

    /** The record by which a decision can be explained and taken again. */
    static CallRouted record(Routed routed, Decision decision, double latencyMillis) {
        Trail trail = routed.trail();
        CallRouted.Builder record =
                CallRouted.newBuilder()
                        .setDecision(decision)
                        .setEventTime(Timestamps.of(trail.time()))
                        .setOrigin(trail.call().message().getOrigin())
                        .setLatencyMillis(latencyMillis);
        trail.candidates().forEach(candidate -> record.addCandidates(candidate(candidate)));
        return record.build();
    }

    private static Decision commanded(Decision.Builder decision, Assignment.Commanded command) {
        return decision.setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                .setDriverId(command.driverId())
                .setCommandId(command.commandId())
                .setEtaSeconds(command.etaSeconds())
                .setDeadlineTime(Timestamps.of(command.deadline()))
                .build();
    }

    private static RankedCandidate candidate(Ranked ranked) {
        return RankedCandidate.newBuilder()
                .setDriverId(ranked.driverId())
                .setLocation(point(ranked.supporter().position()))
                .setEtaSeconds(ranked.etaSeconds())
                .setScore(ranked.score())
                .build();
    }

    static Point point(Position position) {
        return Point.newBuilder().setLat(position.lat()).setLng(position.lng()).build();
    }
}
