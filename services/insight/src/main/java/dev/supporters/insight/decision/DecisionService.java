package dev.supporters.insight.decision;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.CallDecisions.KeptDecision;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.Explanation;
import dev.supporters.proto.insight.v1.RecordedDecision;
import dev.supporters.proto.insight.v1.ReplayResult;
import dev.supporters.proto.insight.v1.SolvedPool;
import dev.supporters.replay.DecisionReplay;
import dev.supporters.replay.ReplayStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** Keeps the records of decisions, and takes them again. */
@ApplicationScoped
public class DecisionService {

    /** Well below what gRPC takes. */
    private static final int MOST_BYTES = 1_500_000;

    private final AggregateStore<CallDecisions> decisions;
    private final PoolRepository pools;

    DecisionService(AggregateStore<CallDecisions> decisions, PoolRepository pools) {
        this.decisions = decisions;
        this.pools = pools;
    }

    /** Keeps a record, once for each event. */
    public void keep(String eventId, CallRouted record) {
        CallId callId = new CallId(record.getDecision().getCallId());
        decisions.react(
                callId.value(),
                "",
                (current, version) -> {
                    CallDecisions before =
                            current.orElseGet(() -> new CallDecisions(callId, List.of()));
                    return before.contains(eventId)
                            ? Optional.empty()
                            : Optional.of(
                                    Change.to(before.with(new KeptDecision(eventId, record))));
                });
    }

    /** Keeps a choice for held calls, once for each event. */
    public void keep(String eventId, PoolSolved record) {
        KeptPool pool = new KeptPool(eventId, record);
        if (!pool.calls().isEmpty()) {
            pools.put(pool);
        }
    }

    /** Refused: CALL_NOT_FOUND where no record is kept. */
    public DecisionResponse explain(CallId callId) {
        List<KeptDecision> found =
                decisions.find(callId.value()).map(call -> call.value().kept()).orElse(List.of());
        List<KeptPool> held = pools.newestOf(callId, CallDecisions.MOST).reversed();
        if (found.isEmpty() && held.isEmpty()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_CALL_NOT_FOUND,
                    "call_id: " + callId,
                    "a call of which a decision is kept");
        }
        return DecisionResponse.newBuilder()
                .addAllDecisions(found.stream().map(kept -> explained(kept.record())).toList())
                .addAllPools(explained(held))
                .build();
    }

    private static RecordedDecision explained(CallRouted record) {
        DecisionReplay replay = DecisionReplay.of(record);
        return RecordedDecision.newBuilder()
                .setRecord(record)
                .setResult(result(replay.result()))
                .addAllDifferences(replay.differences())
                .addAllExplanations(explanations(replay))
                .build();
    }

    /** The newest choice, and as many before it as an answer bears, oldest first: on a busy night hundreds of calls are held together. */
    private static List<SolvedPool> explained(List<KeptPool> held) {
        LinkedList<SolvedPool> pools = new LinkedList<>();
        int bytes = 0;
        for (KeptPool pool : held.reversed()) {
            SolvedPool explained = explained(pool.record());
            bytes += explained.getSerializedSize();
            if (bytes > MOST_BYTES && !pools.isEmpty()) {
                break;
            }
            pools.addFirst(explained);
        }
        return pools;
    }

    private static SolvedPool explained(PoolSolved record) {
        DecisionReplay replay = DecisionReplay.of(record);
        return SolvedPool.newBuilder()
                .setRecord(record)
                .setResult(result(replay.result()))
                .addAllDifferences(replay.differences())
                .addAllExplanations(explanations(replay))
                .build();
    }

    private static List<Explanation> explanations(DecisionReplay replay) {
        return DecisionReplay.LANGUAGES.stream()
                .map(language ->
                        Explanation.newBuilder()
                                .setLanguage(language)
                                .addAllLines(replay.explain(language))
                                .build())
                .toList();
    }

    private static ReplayResult result(ReplayStatus result) {
        return switch (result) {
            case SAME -> ReplayResult.REPLAY_RESULT_SAME;
            case DIFFERENT -> ReplayResult.REPLAY_RESULT_DIFFERENT;
            case WITHOUT_INPUTS -> ReplayResult.REPLAY_RESULT_WITHOUT_INPUTS;
        };
    }
}
