package dev.supporters.insight.adapter.grpc;

import dev.supporters.insight.dryrun.DryRun;
import dev.supporters.proto.insight.v1.DryRunFigure;
import dev.supporters.proto.insight.v1.DryRunPolicyResponse;

import java.time.LocalDate;

/** Dry runs as the interface registry has them. */
final class DryRunMapper {

    private DryRunMapper() {}

    static DryRunPolicyResponse response(DryRun run) {
        return DryRunPolicyResponse.newBuilder()
                .setBusinessDate(run.size().businessDate().map(LocalDate::toString).orElse(""))
                .setCalls(run.size().calls())
                .setSupporters(run.size().supporters())
                .addAllFigures(run.figures().stream().map(DryRunMapper::message).toList())
                .addAllNotSimulated(run.notSimulated())
                .build();
    }

    private static DryRunFigure message(DryRun.Figure figure) {
        return DryRunFigure.newBuilder()
                .setKind(figure.kind())
                .setPresent(figure.present())
                .setProposed(figure.proposed())
                .setDifference(figure.difference())
                .setHalfWidth(figure.halfWidth())
                .build();
    }
}
