package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackArm;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackInput;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackIntervalView;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackReadoutView;
import dev.supporters.proto.insight.v1.ReadSwitchbackResponse;
import dev.supporters.proto.insight.v1.Switchback;
import dev.supporters.proto.insight.v1.SwitchbackInterval;

import java.time.LocalDate;

/** Experiments between the protos and the schema. */
final class SwitchbackSchemaMapper {

    private SwitchbackSchemaMapper() {}

    static Switchback switchback(SwitchbackInput input) {
        return Switchback.newBuilder()
                .setName(input.name())
                .setIntervalMinutes(input.intervalMinutes())
                .setWashOutMinutes(input.washOutMinutes())
                .setFirstDate(input.firstDate().toString())
                .build();
    }

    static SwitchbackIntervalView view(SwitchbackInterval interval) {
        return new SwitchbackIntervalView(
                ProtoMapper.instant(interval.hasBeginTime(), interval.getBeginTime()),
                ProtoMapper.instant(interval.hasEndTime(), interval.getEndTime()),
                ProtoMapper.read(SwitchbackArm.class, interval.getArm(), "SWITCHBACK_ARM_"));
    }

    static SwitchbackReadoutView view(ReadSwitchbackResponse readout) {
        return new SwitchbackReadoutView(
                readout.getBlocks(),
                readout.hasDifference() ? readout.getDifference() : null,
                readout.hasLower() ? readout.getLower() : null,
                readout.hasUpper() ? readout.getUpper() : null,
                readout.getDiffers(),
                readout.getStopDate().isEmpty() ? null : LocalDate.parse(readout.getStopDate()));
    }
}
