package dev.supporters.insight.decision;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.CallDecisions.KeptDecision;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.Explanation;
import dev.supporters.proto.insight.v1.RecordedDecision;
import dev.supporters.proto.insight.v1.ReplayResult;
import dev.supporters.replay.PathReplay;
import dev.supporters.replay.ReplayStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

/** Keeps the records of decisions, and takes them again. */
@ApplicationScoped
public class DecisionService {

    private final AggregateStore<CallDecisions> decisions;

    DecisionService(AggregateStore<CallDecisions> decisions) {
        this.decisions = decisions;
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

    /** Refused: CALL_NOT_FOUND where no record is kept. */
    public DecisionResponse explain(CallId callId) {
        CallDecisions found =
                decisions
                        .find(callId.value())
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_CALL_NOT_FOUND,
                                        "call_id: " + callId,
                                        "a call of which a decision is kept"))
                        .value();
        DecisionResponse.Builder response = DecisionResponse.newBuilder();
        found.kept().forEach(kept -> response.addDecisions(explained(kept.record())));
        return response.build();
    }

    private static RecordedDecision explained(CallRouted record) {
        PathReplay replay = PathReplay.of(record);
        RecordedDecision.Builder decision =
                RecordedDecision.newBuilder()
                        .setRecord(record)
                        .setResult(result(replay.result()))
                        .addAllDifferences(replay.differences());
        for (String language : PathReplay.LANGUAGES) {
            decision.addExplanations(
                    Explanation.newBuilder()
                            .setLanguage(language)
                            .addAllLines(replay.explain(language)));
        }
        return decision.build();
    }

    private static ReplayResult result(ReplayStatus result) {
        return switch (result) {
            case SAME -> ReplayResult.REPLAY_RESULT_SAME;
            case DIFFERENT -> ReplayResult.REPLAY_RESULT_DIFFERENT;
            case WITHOUT_INPUTS -> ReplayResult.REPLAY_RESULT_WITHOUT_INPUTS;
        };
    }
}
