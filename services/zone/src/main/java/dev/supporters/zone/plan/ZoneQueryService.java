package dev.supporters.zone.plan;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.zone.v1.ContainsResponse;
import dev.supporters.proto.zone.v1.ReplayResponse;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZonePlacement;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.zone.region.ZoneKey;
import dev.supporters.zone.region.ZoneRegions;
import dev.supporters.zone.region.ZoneTerms;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** Tells what the newest plans say. */
@ApplicationScoped
public class ZoneQueryService {

    private final ZonePlanRepository plans;
    private final ZoneRegions regions;
    private final ZonePlanner planner;
    private final ZoneMessages messages;
    private final Clock clock;

    ZoneQueryService(
            ZonePlanRepository plans,
            ZoneRegions regions,
            ZonePlanner planner,
            ZoneMessages messages,
            Clock clock) {
        this.plans = plans;
        this.regions = regions;
        this.planner = planner;
        this.messages = messages;
        this.clock = clock;
    }

    /** Refused: POLICY_NOT_FOUND. */
    public Zones get(ZoneKey key) {
        ZoneTerms terms = regions.get(key);
        return plans.newest(key)
                .map(found -> messages.zones(found.value(), found.version()))
                .orElseGet(() -> messages.unplanned(terms));
    }

    /** Refused: POLICY_NOT_FOUND. */
    public ContainsResponse contains(Product product, Position position) {
        ZoneTerms terms =
                regions.at(product, position)
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                                        "the given position",
                                        "a position in a region of " + product));
        Zones zones = get(terms.key());
        ContainsResponse.Builder response =
                ContainsResponse.newBuilder().setRegion(terms.key().region());
        return switch (ActiveZones.of(zones).place(position, clock.instant())) {
            case Placement.Inside inside -> inside(response, zones, inside.cell());
            case Placement.Outside _ ->
                    response.setPlacement(ZonePlacement.ZONE_PLACEMENT_OUTSIDE)
                            .setBasis(ZoneBasis.ZONE_BASIS_ZONES)
                            .build();
            case Placement.InRegion region ->
                    response.setPlacement(
                                    region.outdated()
                                            ? ZonePlacement.ZONE_PLACEMENT_REGION_OUTDATED
                                            : ZonePlacement.ZONE_PLACEMENT_REGION)
                            .setBasis(region.basis())
                            .build();
        };
    }

    /** Refused: NOT_FOUND for a plan that was never made, or whose record is no longer kept. */
    public ReplayResponse replay(ZoneKey key, long version) {
        PlannedZones recorded =
                plans.record(key, version)
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_ZONE_PLAN_NOT_FOUND,
                                        "plan " + version + " of " + key.id(),
                                        "a plan whose record is kept"));
        return ReplayResponse.newBuilder()
                .setZones(messages.zones(recorded, version))
                .setSame(recorded.replays(planner))
                .setRecord(ZoneRecordMessages.record(recorded, version))
                .build();
    }

    private static ContainsResponse inside(
            ContainsResponse.Builder response, Zones zones, ActiveZones.ActiveCell cell) {
        for (Zone zone : zones.getZonesList()) {
            if (zone.getZoneId().equals(cell.zoneId())) {
                zone.getCellsList().stream()
                        .filter(each -> each.getCell().equals(cell.cell()))
                        .forEach(response::setCell);
                response.setZone(zone.toBuilder().clearCells());
            }
        }
        return response.setPlacement(ZonePlacement.ZONE_PLACEMENT_INSIDE)
                .setBasis(ZoneBasis.ZONE_BASIS_ZONES)
                .build();
    }
}
