package dev.supporters.insight.night;

import static dev.supporters.proto.zone.v1.ZoneBasis.ZONE_BASIS_ZONES;

import static java.util.stream.Collectors.toMap;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.ActiveCell;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.zone.v1.Zones;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The zones of the last nights as each plan had them, in memory: a place is judged by the plan of its moment. */
@ApplicationScoped
public class NightZones {

    private final Map<Region, NavigableMap<Instant, KnownZonePlan>> plans =
            new ConcurrentHashMap<>();
    private final DemandCells cells = new DemandCells();

    /** False for an event that this version does not know. */
    public boolean apply(ZoneEvent event) {
        return switch (event.getEventCase()) {
            case PLANNED -> {
                put(event.getPlanned().getZones());
                yield true;
            }
            case EVENT_NOT_SET -> false;
        };
    }

    /** To which part of a region a place belonged at a moment; the region where no plan of that moment is known. */
    CountedArea at(RegionNight night, Position place, Instant time) {
        return Optional.ofNullable(plans.get(new Region(night.product(), night.region())))
                .map(all -> all.floorEntry(time))
                .map(Map.Entry::getValue)
                .filter(plan -> plan.appliesAt(time))
                .map(plan -> plan.area(cell(place)))
                .orElse(CountedArea.REGION);
    }

    /** Forgets plans that were not valid any more at an instant. */
    public void forget(Instant before) {
        plans.values()
                .forEach(all -> all.values().removeIf(plan -> plan.expireTime().isBefore(before)));
    }

    /** Refused: INVALID_ARGUMENT where the message is out of its bounds. */
    private void put(Zones zones) {
        ActiveZones active = ActiveZones.of(zones);
        NavigableMap<Instant, KnownZonePlan> all =
                plans.computeIfAbsent(
                        new Region(active.product(), active.region()),
                        region -> new ConcurrentSkipListMap<>());
        Instant time = Timestamps.instant(zones.getPlanTime());
        Map<String, String> zoneOfCell =
                active.cells().stream()
                        .collect(toMap(ActiveCell::cell, ActiveCell::zoneId, (one, other) -> one));
        Map.Entry<Instant, KnownZonePlan> before = all.floorEntry(time);
        boolean asBefore = before != null && before.getValue().zoneOfCell().equals(zoneOfCell);
        all.put(
                time,
                new KnownZonePlan(
                        active.expireTime(),
                        active.basis() == ZONE_BASIS_ZONES,
                        // most plans are like the one before: these share their cells
                        asBefore ? before.getValue().zoneOfCell() : zoneOfCell));
    }

    private String cell(Position place) {
        return Long.toHexString(cells.cell(place));
    }

    private record Region(Product product, String name) {}

    private record KnownZonePlan(
            Instant expireTime, boolean zonesApply, Map<String, String> zoneOfCell) {

        boolean appliesAt(Instant time) {
            return zonesApply && !time.isAfter(expireTime);
        }

        CountedArea area(String cell) {
            String zone = zoneOfCell.get(cell);
            return zone == null ? CountedArea.OUTSIDE_ZONES : CountedArea.zone(zone);
        }
    }
}
