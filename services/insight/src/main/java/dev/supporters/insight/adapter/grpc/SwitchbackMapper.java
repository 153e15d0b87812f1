package dev.supporters.insight.adapter.grpc;

import dev.supporters.contract.Arm;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkId;
import dev.supporters.insight.experiment.SwitchbackService.ArmInterval;
import dev.supporters.insight.experiment.SwitchbackService.Result;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.insight.v1.PlanSwitchbackResponse;
import dev.supporters.proto.insight.v1.ReadSwitchbackResponse;
import dev.supporters.proto.insight.v1.Switchback;
import dev.supporters.proto.insight.v1.SwitchbackArm;
import dev.supporters.proto.insight.v1.SwitchbackInterval;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Experiments from and to the protos. */
final class SwitchbackMapper {

    private SwitchbackMapper() {}

    /** Refused: INVALID_ARGUMENT where the times do not fit each other. */
    static SwitchbackPlan plan(Switchback switchback) {
        return new SwitchbackPlan(
                switchback.getName(),
                WorkId.businessDate(switchback.getFirstDate()),
                Duration.ofMinutes(switchback.getIntervalMinutes()),
                Duration.ofMinutes(switchback.getWashOutMinutes()));
    }

    static PlanSwitchbackResponse response(List<ArmInterval> intervals) {
        PlanSwitchbackResponse.Builder response = PlanSwitchbackResponse.newBuilder();
        for (ArmInterval interval : intervals) {
            response.addIntervals(
                    SwitchbackInterval.newBuilder()
                            .setBeginTime(Timestamps.of(interval.begin()))
                            .setEndTime(Timestamps.of(interval.end()))
                            .setArm(arm(interval.arm())));
        }
        return response.build();
    }

    static ReadSwitchbackResponse response(Result result) {
        ReadSwitchbackResponse.Builder response =
                ReadSwitchbackResponse.newBuilder()
                        .setStopDate(result.stopDate().map(LocalDate::toString).orElse(""));
        result.readout()
                .ifPresent(readout ->
                        response.setBlocks(readout.blocks())
                                .setDifference(readout.difference())
                                .setLower(readout.lower())
                                .setUpper(readout.upper())
                                .setDiffers(readout.differs()));
        return response.build();
    }

    private static SwitchbackArm arm(Arm arm) {
        return switch (arm) {
            case CONTROL -> SwitchbackArm.SWITCHBACK_ARM_CONTROL;
            case TREATMENT -> SwitchbackArm.SWITCHBACK_ARM_TREATMENT;
        };
    }
}
