package dev.supporters.zone.plan;

import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.events.zone.v1.ZonesPlanned;
import dev.supporters.proto.zone.v1.ClosedCell;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.ZoneCellState;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.zone.plan.PlannedZones.ZoneFigures;
import dev.supporters.zone.region.ZoneTerms;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Comparator;

/** Plans as the interface registry has them, in answers and on the topic of zones. */
@ApplicationScoped
public class ZoneMessages {

    private static final String PLANNED = "supporters.zone.planned.v1";

    private final DemandCells grid;

    public ZoneMessages(DemandCells grid) {
        this.grid = grid;
    }

    /** Before the first plan. */
    Zones unplanned(ZoneTerms terms) {
        return Zones.newBuilder()
                .setProduct(terms.key().product())
                .setRegion(terms.key().region())
                .setBasis(
                        terms.rules().enabled()
                                ? ZoneBasis.ZONE_BASIS_NO_FORECAST
                                : ZoneBasis.ZONE_BASIS_SWITCHED_OFF)
                .setForecastVersion("none")
                .setPolicyVersion(terms.policyVersion())
                .build();
    }

    Zones zones(PlannedZones planned, long version) {
        ZonePlan plan = planned.plan();
        Zones.Builder message =
                Zones.newBuilder()
                        .setProduct(planned.key().product())
                        .setRegion(planned.key().region())
                        .setVersion(version)
                        .setPlanTime(Timestamps.of(plan.time()))
                        .setExpireTime(Timestamps.of(planned.expireTime()))
                        .setBasis(basis(plan.basis()))
                        .addAllZones(
                                plan.zones().stream()
                                        .map(zone -> zone(zone, planned.figures(zone.number())))
                                        .toList())
                        .addAllClosedCells(
                                plan.closed().stream()
                                        .sorted(
                                                Comparator.comparing(
                                                        ZonePlan.ClosedCell::closeTime))
                                        .map(ZoneMessages::closed)
                                        .toList())
                        .setForecastVersion(planned.inputs().forecast())
                        .setPolicyVersion(planned.policyVersion());
        planned.wagePerCall().ifPresent(wage -> message.setWagePerCall(wage.toProto()));
        return message.build();
    }

    /** What the topic learns. */
    public Event planned(PlannedZones planned, long version) {
        ZoneEvent event =
                ZoneEvent.newBuilder()
                        .setEventTime(Timestamps.of(planned.plan().time()))
                        .setPlanned(ZonesPlanned.newBuilder().setZones(zones(planned, version)))
                        .build();
        return new Event(Topics.ZONES, planned.key().id(), PLANNED, event);
    }

    private Zone zone(ZonePlan.Zone zone, ZoneFigures figures) {
        Zone.Builder message =
                Zone.newBuilder()
                        .setZoneId(Long.toString(zone.number()))
                        .addAllCells(zone.cells().stream().map(this::cell).toList())
                        .setCapacity(figures.capacity())
                        .setOccupancy(figures.occupancy())
                        .setDemand(zone.demand())
                        .setOverWageBound(figures.overWageBound());
        figures.wagePerCall().ifPresent(wage -> message.setWagePerCall(wage.toProto()));
        figures.wageBound()
                .ifPresent(bound ->
                        message.setNextWagePerCall(bound.next().toProto())
                                .setMaxWagePerCall(bound.most().toProto())
                                .setWageCapacity(bound.supporters()));
        return message.build();
    }

    private ZoneCell cell(ZonePlan.Cell cell) {
        ZoneCell.Builder message =
                ZoneCell.newBuilder()
                        .setCell(Long.toHexString(cell.index()))
                        .setState(
                                cell.closeTime().isPresent()
                                        ? ZoneCellState.ZONE_CELL_STATE_CLOSING
                                        : ZoneCellState.ZONE_CELL_STATE_OPEN)
                        .setDemand(cell.demand());
        cell.closeTime().ifPresent(time -> message.setCloseTime(Timestamps.of(time)));
        grid.boundary(cell.index()).forEach(corner -> message.addBoundary(corner.toProto()));
        return message.build();
    }

    private static ClosedCell closed(ZonePlan.ClosedCell cell) {
        return ClosedCell.newBuilder()
                .setCell(Long.toHexString(cell.index()))
                .setZoneId(Long.toString(cell.zone()))
                .setCloseTime(Timestamps.of(cell.closeTime()))
                .build();
    }

    static ZoneBasis basis(ZonePlan.Basis basis) {
        return switch (basis) {
            case ZONES -> ZoneBasis.ZONE_BASIS_ZONES;
            case SWITCHED_OFF -> ZoneBasis.ZONE_BASIS_SWITCHED_OFF;
            case INVALID_THRESHOLDS -> ZoneBasis.ZONE_BASIS_INVALID_THRESHOLDS;
            case NO_FORECAST -> ZoneBasis.ZONE_BASIS_NO_FORECAST;
            case NO_DEMAND -> ZoneBasis.ZONE_BASIS_NO_DEMAND;
            case NO_CELL_OPEN -> ZoneBasis.ZONE_BASIS_NO_CELL_OPEN;
            case TOO_MANY_CELLS -> ZoneBasis.ZONE_BASIS_TOO_MANY_CELLS;
        };
    }
}
