package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunFigureKind;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunFigureView;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunView;
import dev.supporters.proto.insight.v1.DryRunFigure;
import dev.supporters.proto.insight.v1.DryRunPolicyResponse;

import java.time.LocalDate;

/** What a policy would do, between the protos and the schema. */
final class DryRunSchemaMapper {

    private DryRunSchemaMapper() {}

    static PolicyDryRunView view(DryRunPolicyResponse run) {
        return new PolicyDryRunView(
                run.getBusinessDate().isEmpty() ? null : LocalDate.parse(run.getBusinessDate()),
                run.getCalls(),
                run.getSupporters(),
                run.getFiguresList().stream().map(DryRunSchemaMapper::view).toList(),
                run.getNotSimulatedList().stream().toList());
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
