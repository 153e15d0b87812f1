package dev.supporters.routing.adapter.grpc;

import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.RankingNotes;
import dev.supporters.dispatch.assignment.solver.WaitingPool.Candidate;
import dev.supporters.dispatch.assignment.solver.WaitingPool.HeldCall;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.PoolCall;
import dev.supporters.proto.events.routing.v1.PoolCandidate;
import dev.supporters.proto.events.routing.v1.PoolPair;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.routing.decision.HeldRouter.PoolResult;

/** The record by which the choice for all held calls can be made again. */
final class PoolRecordMapper {

    private PoolRecordMapper() {}

    static PoolSolved record(PoolResult pool, double latencyMillis) {
        PoolSolved.Builder record =
                PoolSolved.newBuilder()
                        .setEventTime(Timestamps.of(pool.time()))
                        .setLatencyMillis(latencyMillis);
        pool.held()
                .forEach(held -> record.addCalls(call(held, pool.rankings().get(held.callId()))));
        pool.pairs()
                .forEach(pair ->
                        record.addPairs(
                                PoolPair.newBuilder()
                                        .setCallId(pair.callId().value())
                                        .setDriverId(pair.candidate().driverId().value())));
        return record.build();
    }

    private static PoolCall call(HeldCall held, Ranking ranking) {
        PoolCall.Builder call =
                PoolCall.newBuilder()
                        .setCallId(held.callId().value())
                        .setAge(Timestamps.of(held.age()))
                        .setModel(ranking.model());
        if (!ranking.notes().equals(RankingNotes.NONE)) {
            call.setRanking(RankingNotesMapper.notes(ranking.notes()));
        }
        for (Candidate candidate : held.candidates()) {
            call.addCandidates(
                    PoolCandidate.newBuilder()
                            .setDriverId(candidate.driverId().value())
                            .setEtaSeconds(candidate.etaSeconds())
                            .setKeepProbability(candidate.keepProbability())
                            .setStillDrives(candidate.stillDrives()));
        }
        return call.build();
    }
}
