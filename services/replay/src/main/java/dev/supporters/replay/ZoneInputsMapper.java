package dev.supporters.replay;

import static java.util.stream.Collectors.toMap;

import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlan.Basis;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.zone.v1.CellDemand;
import dev.supporters.proto.zone.v1.NumberedCell;
import dev.supporters.proto.zone.v1.NumberedClosedCell;
import dev.supporters.proto.zone.v1.NumberedZone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZonePlanInputs;
import dev.supporters.proto.zone.v1.ZonePlanOutcome;
import dev.supporters.proto.zone.v1.ZoneRuleNumbers;

import java.util.Optional;
import java.util.TreeMap;

/** Reads what a plan of zones was made from, and the plan, from its record. */
final class ZoneInputsMapper {

    private ZoneInputsMapper() {}

    static ZoneInputs inputs(ZonePlanInputs inputs) {
        return new ZoneInputs(
                Timestamps.instant(inputs.getPlanTime()),
                rules(inputs.getRules()),
                inputs.getForecast(),
                inputs.getDemandList().stream()
                        .collect(
                                toMap(
                                        CellDemand::getCell,
                                        CellDemand::getCalls,
                                        (first, second) -> {
                                            throw Refusal.invalid(
                                                    "demand", "a cell twice", "each cell once");
                                        },
                                        TreeMap::new)),
                inputs.hasBefore() ? plan(inputs.getBefore()) : ZonePlan.NONE);
    }

    static ZonePlan plan(ZonePlanOutcome plan) {
        return new ZonePlan(
                Timestamps.instant(plan.getPlanTime()),
                basis(plan.getBasis()),
                plan.getZonesList().stream().map(ZoneInputsMapper::zone).toList(),
                plan.getClosedCellsList().stream().map(ZoneInputsMapper::closed).toList(),
                plan.getLastNumber());
    }

    private static ZoneRules rules(ZoneRuleNumbers rules) {
        return new ZoneRules(
                rules.getEnabled(),
                rules.getOpenDemand(),
                rules.getCloseDemand(),
                rules.getMinCells(),
                Timestamps.duration(rules.getClosingWarning()));
    }

    private static ZonePlan.Zone zone(NumberedZone zone) {
        return new ZonePlan.Zone(
                zone.getNumber(),
                zone.getCellsList().stream().map(ZoneInputsMapper::cell).toList());
    }

    private static ZonePlan.Cell cell(NumberedCell cell) {
        return new ZonePlan.Cell(
                cell.getCell(),
                cell.getDemand(),
                cell.hasCloseTime()
                        ? Optional.of(Timestamps.instant(cell.getCloseTime()))
                        : Optional.empty());
    }

    private static ZonePlan.ClosedCell closed(NumberedClosedCell cell) {
        return new ZonePlan.ClosedCell(
                cell.getCell(), cell.getZone(), Timestamps.instant(cell.getCloseTime()));
    }

    private static Basis basis(ZoneBasis basis) {
        return switch (basis) {
            case ZONE_BASIS_ZONES -> Basis.ZONES;
            case ZONE_BASIS_SWITCHED_OFF -> Basis.SWITCHED_OFF;
            case ZONE_BASIS_INVALID_THRESHOLDS -> Basis.INVALID_THRESHOLDS;
            case ZONE_BASIS_NO_FORECAST -> Basis.NO_FORECAST;
            case ZONE_BASIS_NO_DEMAND -> Basis.NO_DEMAND;
            case ZONE_BASIS_NO_CELL_OPEN -> Basis.NO_CELL_OPEN;
            case ZONE_BASIS_TOO_MANY_CELLS -> Basis.TOO_MANY_CELLS;
            case ZONE_BASIS_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("basis", basis.name(), "one that this version knows");
        };
    }
}
