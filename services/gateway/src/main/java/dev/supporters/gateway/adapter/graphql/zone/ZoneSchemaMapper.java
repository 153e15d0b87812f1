package dev.supporters.gateway.adapter.graphql.zone;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
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
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.zone.v1.ContainsResponse;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.Zones;

import java.util.Optional;

/** Zones of the protos as the schema has them. */
public final class ZoneSchemaMapper {

    private static final String BASIS = "ZONE_BASIS_";

    private ZoneSchemaMapper() {}

    public static ZonesView view(Zones zones, Principal principal) {
        return new ZonesView(
                ProtoMapper.product(zones.getProduct()),
                zones.getRegion(),
                zones.getVersion(),
                ProtoMapper.instant(zones.hasPlanTime(), zones.getPlanTime()),
                ProtoMapper.instant(zones.hasExpireTime(), zones.getExpireTime()),
                ProtoMapper.read(ZoneBasis.class, zones.getBasis(), BASIS),
                zones.getZonesList().stream().map(zone -> zone(zone, principal)).toList(),
                zones.getClosedCellsList().stream()
                        .map(cell ->
                                new ClosedCellView(
                                        cell.getCell(),
                                        cell.getZoneId(),
                                        ProtoMapper.instant(
                                                cell.hasCloseTime(), cell.getCloseTime())))
                        .toList(),
                zones.getForecastVersion(),
                zones.getPolicyVersion(),
                cost(zones.hasWagePerCall(), zones.getWagePerCall(), principal));
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

    /** What the operator pays is not for drivers and customers. */
    private static MoneyView cost(boolean set, Money cost, Principal principal) {
        return set && principal.seesAll() ? ProtoMapper.money(cost) : null;
    }

    private static ZoneView zone(Zone zone, Principal principal) {
        return new ZoneView(
                zone.getZoneId(),
                zone.getCellsList().stream().map(ZoneSchemaMapper::cell).toList(),
                zone.getCapacity() == 0 ? null : zone.getCapacity(),
                zone.getOccupancy(),
                zone.getDemand(),
                cost(zone.hasWagePerCall(), zone.getWagePerCall(), principal),
                zone.getOverWageBound(),
                cost(zone.hasNextWagePerCall(), zone.getNextWagePerCall(), principal),
                cost(zone.hasMaxWagePerCall(), zone.getMaxWagePerCall(), principal),
                zone.hasMaxWagePerCall() && principal.seesAll() ? zone.getWageCapacity() : null);
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
