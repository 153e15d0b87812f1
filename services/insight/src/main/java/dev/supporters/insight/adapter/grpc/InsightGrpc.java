package dev.supporters.insight.adapter.grpc;

import dev.supporters.contract.CallId;
import dev.supporters.contract.WorkId;
import dev.supporters.insight.decision.DecisionService;
import dev.supporters.insight.dryrun.DryRunService;
import dev.supporters.insight.experiment.SwitchbackService;
import dev.supporters.insight.kpi.KpiService;
import dev.supporters.insight.moment.NightMomentService;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.insight.v1.DecisionRequest;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.DryRunPolicyRequest;
import dev.supporters.proto.insight.v1.DryRunPolicyResponse;
import dev.supporters.proto.insight.v1.InsightService;
import dev.supporters.proto.insight.v1.KpisRequest;
import dev.supporters.proto.insight.v1.KpisResponse;
import dev.supporters.proto.insight.v1.NightMomentRequest;
import dev.supporters.proto.insight.v1.NightMomentResponse;
import dev.supporters.proto.insight.v1.PlanSwitchbackRequest;
import dev.supporters.proto.insight.v1.PlanSwitchbackResponse;
import dev.supporters.proto.insight.v1.ReadSwitchbackRequest;
import dev.supporters.proto.insight.v1.ReadSwitchbackResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.util.Optional;
import java.util.Set;

/** Figures, decisions and experiments over gRPC. */
@GrpcService
class InsightGrpc implements InsightService {

    private final KpiService kpis;
    private final DecisionService decisions;
    private final SwitchbackService switchbacks;
    private final DryRunService dryRuns;
    private final NightMomentService moments;
    private final GrpcResponder responder;

    InsightGrpc(
            KpiService kpis,
            DecisionService decisions,
            SwitchbackService switchbacks,
            DryRunService dryRuns,
            NightMomentService moments,
            GrpcResponder responder) {
        this.kpis = kpis;
        this.decisions = decisions;
        this.switchbacks = switchbacks;
        this.dryRuns = dryRuns;
        this.moments = moments;
        this.responder = responder;
    }

    @Override
    public Uni<KpisResponse> kpis(KpisRequest request) {
        return responder.answer(() ->
                kpis.kpis(
                        request.getProduct(),
                        WorkId.businessDate(request.getBusinessDate()),
                        Optional.of(request.getRegion()).filter(region -> !region.isEmpty())));
    }

    @Override
    public Uni<DecisionResponse> decision(DecisionRequest request) {
        return responder.answer(() -> decisions.explain(new CallId(request.getCallId())));
    }

    @Override
    public Uni<DryRunPolicyResponse> dryRunPolicy(DryRunPolicyRequest request) {
        return responder.answer(() ->
                DryRunMapper.response(
                        dryRuns.run(
                                request.getPresent(),
                                request.getProposed(),
                                DryRunMapper.asked(request))));
    }

    @Override
    public Uni<NightMomentResponse> nightMoment(NightMomentRequest request) {
        return responder.answer(() ->
                moments.at(
                        new RegionNight(
                                request.getProduct(),
                                request.getRegion(),
                                WorkId.businessDate(request.getBusinessDate())),
                        Timestamps.instant(request.getMomentTime())));
    }

    @Override
    public Uni<PlanSwitchbackResponse> planSwitchback(PlanSwitchbackRequest request) {
        return responder.answer(() ->
                SwitchbackMapper.response(
                        switchbacks.plan(
                                SwitchbackMapper.plan(request.getSwitchback()),
                                request.getProduct(),
                                request.getRegion(),
                                WorkId.businessDate(request.getBusinessDate()))));
    }

    @Override
    public Uni<ReadSwitchbackResponse> readSwitchback(ReadSwitchbackRequest request) {
        return responder.answer(() ->
                SwitchbackMapper.response(
                        switchbacks.read(
                                SwitchbackMapper.plan(request.getSwitchback()),
                                request.getProduct(),
                                Set.copyOf(request.getRegionsList()),
                                request.getNights())));
    }
}
