package dev.supporters.insight.adapter.grpc;

import dev.supporters.contract.WorkId;
import dev.supporters.insight.dryrun.AskedNights;
import dev.supporters.insight.dryrun.DryRun;
import dev.supporters.proto.insight.v1.DryRunFigure;
import dev.supporters.proto.insight.v1.DryRunPolicyRequest;
import dev.supporters.proto.insight.v1.DryRunPolicyResponse;
import dev.supporters.proto.insight.v1.LeftOutCalls;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

/** Dry runs as the interface registry has them. */
final class DryRunMapper {

    private DryRunMapper() {}

    static AskedNights asked(DryRunPolicyRequest request) {
        return new AskedNights(
                request.getNights(),
                request.getSeed(),
                Optional.of(request.getBusinessDate())
                        .filter(date -> !date.isEmpty())
                        .map(WorkId::businessDate),
                request.getModelNights());
    }

    static DryRunPolicyResponse response(DryRun run) {
        return DryRunPolicyResponse.newBuilder()
                .setBusinessDate(run.size().businessDate().map(LocalDate::toString).orElse(""))
                .setCalls(run.size().calls())
                .setSupporters(run.size().supporters())
                .addAllFigures(run.figures().stream().map(DryRunMapper::message).toList())
                .addAllNotSimulated(run.notSimulated())
                .setPlayedCalls(run.calls())
                .addAllLeftOut(
                        new TreeMap<>(run.leftOut())
                                .entrySet().stream()
                                        .map(each ->
                                                LeftOutCalls.newBuilder()
                                                        .setReason(each.getKey())
                                                        .setCalls(each.getValue())
                                                        .build())
                                        .toList())
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
