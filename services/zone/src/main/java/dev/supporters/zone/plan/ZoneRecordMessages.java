package dev.supporters.zone.plan;

import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.zone.v1.CellDemand;
import dev.supporters.proto.zone.v1.NumberedCell;
import dev.supporters.proto.zone.v1.NumberedClosedCell;
import dev.supporters.proto.zone.v1.NumberedZone;
import dev.supporters.proto.zone.v1.ZonePlanInputs;
import dev.supporters.proto.zone.v1.ZonePlanOutcome;
import dev.supporters.proto.zone.v1.ZonePlanRecord;
import dev.supporters.proto.zone.v1.ZoneRuleNumbers;

/** Plans with all that they were made from, so that whoever has the planner can make them again. */
final class ZoneRecordMessages {

    private ZoneRecordMessages() {}

    static ZonePlanRecord record(PlannedZones planned, long version) {
        return ZonePlanRecord.newBuilder()
                .setProduct(planned.key().product())
                .setRegion(planned.key().region())
                .setVersion(version)
                .setPolicyVersion(planned.policyVersion())
                .setInputs(inputs(planned.inputs()))
                .setPlan(outcome(planned.plan()))
                .build();
    }

    private static ZonePlanInputs inputs(ZoneInputs inputs) {
        ZonePlanInputs.Builder message =
                ZonePlanInputs.newBuilder()
                        .setPlanTime(Timestamps.of(inputs.time()))
                        .setRules(rules(inputs.rules()))
                        .setForecast(inputs.forecast());
        inputs.demand()
                .forEach((cell, calls) ->
                        message.addDemand(CellDemand.newBuilder().setCell(cell).setCalls(calls)));
        if (!inputs.before().equals(ZonePlan.NONE)) {
            message.setBefore(outcome(inputs.before()));
        }
        return message.build();
    }

    private static ZoneRuleNumbers rules(ZoneRules rules) {
        return ZoneRuleNumbers.newBuilder()
                .setEnabled(rules.enabled())
                .setOpenDemand(rules.openDemand())
                .setCloseDemand(rules.closeDemand())
                .setMinCells(rules.minCells())
                .setClosingWarning(Timestamps.of(rules.closingWarning()))
                .build();
    }

    private static ZonePlanOutcome outcome(ZonePlan plan) {
        return ZonePlanOutcome.newBuilder()
                .setPlanTime(Timestamps.of(plan.time()))
                .setBasis(ZoneMessages.basis(plan.basis()))
                .addAllZones(plan.zones().stream().map(ZoneRecordMessages::zone).toList())
                .addAllClosedCells(plan.closed().stream().map(ZoneRecordMessages::closed).toList())
                .setLastNumber(plan.lastNumber())
                .build();
    }

    private static NumberedZone zone(ZonePlan.Zone zone) {
        return NumberedZone.newBuilder()
                .setNumber(zone.number())
                .addAllCells(zone.cells().stream().map(ZoneRecordMessages::cell).toList())
                .build();
    }

    private static NumberedCell cell(ZonePlan.Cell cell) {
        NumberedCell.Builder message =
                NumberedCell.newBuilder().setCell(cell.index()).setDemand(cell.demand());
        cell.closeTime().ifPresent(time -> message.setCloseTime(Timestamps.of(time)));
        return message.build();
    }

    private static NumberedClosedCell closed(ZonePlan.ClosedCell cell) {
        return NumberedClosedCell.newBuilder()
                .setCell(cell.index())
                .setZone(cell.zone())
                .setCloseTime(Timestamps.of(cell.closeTime()))
                .build();
    }
}
