package dev.supporters.replay;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.assignment.solver.WaitingPool.Candidate;
import dev.supporters.dispatch.assignment.solver.WaitingPool.HeldCall;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.PoolCall;
import dev.supporters.proto.events.routing.v1.PoolCandidate;
import dev.supporters.proto.events.routing.v1.PoolPair;
import dev.supporters.proto.events.routing.v1.PoolSolved;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The recorded choice for all calls that were held.
 *
 * @param differences what came out otherwise when it was made again
 */
record RecordedPool(PoolSolved record, List<String> differences) implements Recorded {

    RecordedPool {
        differences = List.copyOf(differences);
    }

    static RecordedPool of(PoolSolved record) {
        List<WaitingPool.Pair> again =
                WaitingPool.assign(record.getCallsList().stream().map(RecordedPool::held).toList());
        List<PoolPair> pairs =
                again.stream()
                        .map(pair ->
                                PoolPair.newBuilder()
                                        .setCallId(pair.callId().value())
                                        .setDriverId(pair.candidate().driverId().value())
                                        .build())
                        .toList();
        return new RecordedPool(
                record,
                pairs.equals(record.getPairsList())
                        ? List.of()
                        : List.of(
                                "  pairs: "
                                        + texts(record.getPairsList())
                                        + " -> "
                                        + texts(pairs)));
    }

    @Override
    public ReplayStatus result() {
        return differences.isEmpty() ? ReplayStatus.SAME : ReplayStatus.DIFFERENT;
    }

    @Override
    public List<String> explain(Phrases phrases) {
        List<String> lines = new ArrayList<>();
        lines.add(
                phrases.line(
                        "pool",
                        Phrases.time(Timestamps.instant(record.getEventTime()), ZoneOffset.UTC),
                        record.getCallsCount(),
                        record.getPairsCount()));
        lines.addAll(models(phrases));
        for (PoolPair pair : record.getPairsList()) {
            lines.add(
                    "  "
                            + phrases.line(
                                    stillDrives(pair) ? "pool.drives" : "pool.pair",
                                    pair.getCallId(),
                                    pair.getDriverId()));
        }
        List<String> chosen = record.getPairsList().stream().map(PoolPair::getCallId).toList();
        for (PoolCall call : record.getCallsList()) {
            if (!chosen.contains(call.getCallId())) {
                lines.add(
                        "  "
                                + phrases.line(
                                        "pool.waits",
                                        call.getCallId(),
                                        call.getCandidatesCount(),
                                        phrases.minutes(Timestamps.duration(call.getAge()))));
            }
        }
        return lines;
    }

    /** Which models ranked how many of the calls, and where another one had been wanted. */
    private List<String> models(Phrases phrases) {
        List<String> lines = new ArrayList<>();
        record.getCallsList().stream()
                .filter(call -> !call.getModel().isEmpty())
                .collect(groupingBy(PoolCall::getModel, TreeMap::new, counting()))
                .forEach((model, calls) ->
                        lines.add("  " + phrases.line("pool.model", model, calls)));
        record.getCallsList().stream()
                .map(PoolCall::getRanking)
                .filter(ranking -> !ranking.getFallback().isEmpty())
                .map(ranking ->
                        "  "
                                + phrases.line(
                                        "ranking.fallback",
                                        ranking.getWantedModel(),
                                        ranking.getFallback()))
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private boolean stillDrives(PoolPair pair) {
        return record.getCallsList().stream()
                .filter(call -> call.getCallId().equals(pair.getCallId()))
                .flatMap(call -> call.getCandidatesList().stream())
                .filter(candidate -> candidate.getDriverId().equals(pair.getDriverId()))
                .anyMatch(PoolCandidate::getStillDrives);
    }

    private static HeldCall held(PoolCall call) {
        return new HeldCall(
                new CallId(call.getCallId()),
                Timestamps.duration(call.getAge()),
                call.getCandidatesList().stream()
                        .map(candidate ->
                                new Candidate(
                                        new DriverId(candidate.getDriverId()),
                                        candidate.getEtaSeconds(),
                                        candidate.getKeepProbability(),
                                        candidate.getStillDrives()))
                        .toList());
    }

    private static List<String> texts(List<PoolPair> pairs) {
        return pairs.stream().map(pair -> pair.getCallId() + "=" + pair.getDriverId()).toList();
    }
}
