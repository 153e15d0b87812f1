package dev.supporters.gateway.adapter.graphql.zone;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ClosedCellView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneAtView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneBasis;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneCellState;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneCellView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZonePlacement;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneWarning;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZonesView;
import dev.supporters.proto.zone.v1.ContainsResponse;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.Zones;

import java.util.Optional;

/** Zones of the protos as the schema has them. */
final class ZoneSchemaMapper {

    private static final String BASIS = "ZONE_BASIS_";

    private ZoneSchemaMapper() {}

    static ZonesView view(Zones zones) {
        return new ZonesView(
                ProtoMapper.product(zones.getProduct()),
                zones.getRegion(),
                zones.getVersion(),
                ProtoMapper.instant(zones.hasPlanTime(), zones.getPlanTime()),
                ProtoMapper.instant(zones.hasExpireTime(), zones.getExpireTime()),
                ProtoMapper.read(ZoneBasis.class, zones.getBasis(), BASIS),
                zones.getZonesList().stream().map(ZoneSchemaMapper::zone).toList(),
                zones.getClosedCellsList().stream()
                        .map(cell ->
                                new ClosedCellView(
                                        cell.getCell(),
                                        cell.getZoneId(),
                                        ProtoMapper.instant(
                                                cell.hasCloseTime(), cell.getCloseTime())))
                        .toList(),
                zones.getForecastVersion(),
                zones.getPolicyVersion());
    }

    static ZoneAtView at(ContainsResponse response) {
        return new ZoneAtView(
                response.getRegion(),
                ProtoMapper.read(ZonePlacement.class, response.getPlacement(), "ZONE_PLACEMENT_"),
                ProtoMapper.read(ZoneBasis.class, response.getBasis(), BASIS),
                response.hasZone() ? response.getZone().getZoneId() : null,
                response.hasCell() ? cell(response.getCell()) : null);
    }

    /** Of the cell in which a shift began, if it is about to close. */
    static Optional<ZoneWarning> warning(Zones zones, String cell) {
        return zones.getZonesList().stream()
                .flatMap(zone ->
                        zone.getCellsList().stream()
                                .filter(each -> each.getCell().equals(cell) && each.hasCloseTime())
                                .map(each -> warning(zone, each)))
                .findFirst();
    }

    private static ZoneWarning warning(Zone zone, ZoneCell cell) {
        return new ZoneWarning(
                zone.getZoneId(), cell.getCell(), ProtoMapper.instant(true, cell.getCloseTime()));
    }

    private static ZoneView zone(Zone zone) {
        return new ZoneView(
                zone.getZoneId(),
                zone.getCellsList().stream().map(ZoneSchemaMapper::cell).toList(),
                zone.getCapacity() == 0 ? null : zone.getCapacity(),
                zone.getOccupancy(),
                zone.getDemand(),
                zone.hasWagePerCall() ? ProtoMapper.money(zone.getWagePerCall()) : null,
                zone.getOverWageBound());
    }

    private static ZoneCellView cell(ZoneCell cell) {
        return new ZoneCellView(
                cell.getCell(),
                ProtoMapper.read(ZoneCellState.class, cell.getState(), "ZONE_CELL_STATE_"),
                cell.getDemand(),
                ProtoMapper.instant(cell.hasCloseTime(), cell.getCloseTime()),
                cell.getBoundaryList().stream()
                        .map(corner -> new PointView(corner.getLat(), corner.getLng()))
                        .toList());
    }
}
