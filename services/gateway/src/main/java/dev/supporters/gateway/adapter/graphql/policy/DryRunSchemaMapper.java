package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunCalls;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunFigureKind;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunFigureView;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunLeftOutReason;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunLeftOutView;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunView;
import dev.supporters.proto.insight.v1.DryRunFigure;
import dev.supporters.proto.insight.v1.DryRunPolicyResponse;
import dev.supporters.proto.insight.v1.LeftOutCalls;

/** What a policy would do, between the protos and the schema. */
final class DryRunSchemaMapper {

    private DryRunSchemaMapper() {}

    static PolicyDryRunView view(DryRunPolicyResponse run) {
        return new PolicyDryRunView(
                ProtoMapper.date(run.getBusinessDate()),
                ProtoMapper.read(PolicyDryRunCalls.class, run.getPlayedCalls(), "DRY_RUN_CALLS_"),
                run.getCalls(),
                run.getSupporters(),
                run.getLeftOutList().stream().map(DryRunSchemaMapper::view).toList(),
                run.getFiguresList().stream().map(DryRunSchemaMapper::view).toList(),
                run.getNotSimulatedList().stream().toList());
    }

    private static PolicyDryRunLeftOutView view(LeftOutCalls leftOut) {
        return new PolicyDryRunLeftOutView(
                ProtoMapper.read(
                        PolicyDryRunLeftOutReason.class, leftOut.getReason(), "LEFT_OUT_REASON_"),
                Math.toIntExact(leftOut.getCalls()));
    }

    private static PolicyDryRunFigureView view(DryRunFigure figure) {
        return new PolicyDryRunFigureView(
                ProtoMapper.read(
                        PolicyDryRunFigureKind.class, figure.getKind(), "DRY_RUN_FIGURE_KIND_"),
                figure.getPresent(),
                figure.getProposed(),
                figure.getDifference(),
                figure.getHalfWidth());
    }
}
