package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.contract.CallId;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.AppliedExperimentView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.CallDecisionsView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.CandidateView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.DecisionView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.ExplanationView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.HeldCandidateView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.HeldChoiceView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.HeldPairView;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.ReplayOutcome;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.ShadowChoiceView;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackArm;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.AppliedExperiment;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.events.routing.v1.PoolCall;
import dev.supporters.proto.events.routing.v1.PoolCandidate;
import dev.supporters.proto.events.routing.v1.PoolPair;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.events.routing.v1.ShadowChoice;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.Explanation;
import dev.supporters.proto.insight.v1.RecordedDecision;
import dev.supporters.proto.insight.v1.SolvedPool;
import dev.supporters.proto.routing.v1.Decision;

import java.util.List;

/** From the protos of decisions to the schema. */
final class DecisionSchemaMapper {

    private DecisionSchemaMapper() {}

    static CallDecisionsView view(CallId callId, DecisionResponse response) {
        return new CallDecisionsView(
                callId.value(),
                response.getDecisionsList().stream().map(DecisionSchemaMapper::view).toList(),
                response.getPoolsList().stream()
                        .map(solved -> view(callId.value(), solved))
                        .toList());
    }

    private static HeldChoiceView view(String callId, SolvedPool solved) {
        PoolSolved pool = solved.getRecord();
        PoolCall call =
                pool.getCallsList().stream()
                        .filter(held -> held.getCallId().equals(callId))
                        .findFirst()
                        .orElseGet(PoolCall::getDefaultInstance);
        return new HeldChoiceView(
                Timestamps.instant(pool.getEventTime()),
                pool.getCallsCount(),
                Timestamps.duration(call.getAge()).toSeconds(),
                call.getCandidatesList().stream().map(DecisionSchemaMapper::held).toList(),
                pool.getPairsList().stream()
                        .filter(pair -> pair.getCallId().equals(callId))
                        .map(PoolPair::getDriverId)
                        .findFirst()
                        .orElse(null),
                pool.getPairsList().stream()
                        .map(pair -> new HeldPairView(pair.getCallId(), pair.getDriverId()))
                        .toList(),
                ProtoMapper.read(ReplayOutcome.class, solved.getResult(), "REPLAY_RESULT_"),
                List.copyOf(solved.getDifferencesList()),
                explanations(solved.getExplanationsList()));
    }

    private static HeldCandidateView held(PoolCandidate candidate) {
        return new HeldCandidateView(
                candidate.getDriverId(),
                candidate.getEtaSeconds(),
                candidate.getKeepProbability(),
                candidate.getStillDrives());
    }

    private static List<ExplanationView> explanations(List<Explanation> explanations) {
        return explanations.stream()
                .map(each ->
                        new ExplanationView(each.getLanguage(), List.copyOf(each.getLinesList())))
                .toList();
    }

    private static DecisionView view(RecordedDecision recorded) {
        Decision decision = recorded.getRecord().getDecision();
        return new DecisionView(
                Timestamps.instant(recorded.getRecord().getEventTime()),
                decision.getReason().name().replace("ROUTING_REASON_", ""),
                ProtoMapper.text(decision.getDriverId()),
                ProtoMapper.text(decision.getRegion()),
                decision.getPolicyVersion(),
                recorded.getRecord().hasExperiment()
                        ? experiment(recorded.getRecord().getExperiment())
                        : null,
                ProtoMapper.text(decision.getModel()),
                candidates(recorded.getRecord().getCandidatesList()),
                candidates(recorded.getRecord().getRemovedList()),
                recorded.getRecord().getRanking().getShadowsList().stream()
                        .map(DecisionSchemaMapper::shadow)
                        .toList(),
                ProtoMapper.read(ReplayOutcome.class, recorded.getResult(), "REPLAY_RESULT_"),
                List.copyOf(recorded.getDifferencesList()),
                explanations(recorded.getExplanationsList()));
    }

    private static AppliedExperimentView experiment(AppliedExperiment applied) {
        return new AppliedExperimentView(
                applied.getName(),
                ProtoMapper.read(SwitchbackArm.class, applied.getArm(), "EXPERIMENT_ARM_"));
    }

    private static List<CandidateView> candidates(List<RankedCandidate> candidates) {
        return candidates.stream()
                .map(candidate ->
                        new CandidateView(
                                candidate.getDriverId(),
                                candidate.getEtaSeconds(),
                                candidate.getScore(),
                                candidate.getRank(),
                                filter(candidate.getFilter()),
                                location(candidate)))
                .toList();
    }

    private static PointView location(RankedCandidate candidate) {
        return candidate.hasLocation()
                ? new PointView(candidate.getLocation().getLat(), candidate.getLocation().getLng())
                : null;
    }

    private static ShadowChoiceView shadow(ShadowChoice choice) {
        boolean chose = !choice.getDriverId().isEmpty();
        return new ShadowChoiceView(
                choice.getModel(),
                ProtoMapper.text(choice.getDriverId()),
                chose ? choice.getEtaSeconds() : null,
                chose ? choice.getScore() : null,
                ProtoMapper.text(choice.getFallback()));
    }

    private static String filter(CandidateFilter filter) {
        return filter == CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED
                ? null
                : filter.name().replace("CANDIDATE_FILTER_", "");
    }
}
