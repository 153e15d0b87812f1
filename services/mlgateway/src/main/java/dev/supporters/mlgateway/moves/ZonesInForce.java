package dev.supporters.mlgateway.moves;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.ActiveCell;
import dev.supporters.dispatch.move.DemandReach;
import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.proto.zone.v1.ZoneBasis;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The newest plans of zones, in memory: where calls go to general dispatch, nobody is sent. Without a valid plan the region applies. */
@Singleton
public class ZonesInForce {

    private static final int CELL_RADIX = 16;

    private final Map<String, ActiveZones> newest = new ConcurrentHashMap<>();

    public void put(ActiveZones zones) {
        newest.merge(
                RegionalPolicy.key(zones.product(), zones.region()), zones, ActiveZones::newer);
    }

    /** Which of the region's calls may come to supporters now. */
    DemandReach reach(RegionalPolicy policy, Instant now) {
        int rolloutPercent = policy.policy().getRolloutPercent();
        return Optional.ofNullable(newest.get(policy.key()))
                .filter(zones -> applies(zones, now))
                .map(zones -> inZones(zones, rolloutPercent))
                .orElseGet(() -> DemandReach.inRegion(rolloutPercent));
    }

    private static boolean applies(ActiveZones zones, Instant now) {
        return zones.basis() == ZoneBasis.ZONE_BASIS_ZONES
                && !zones.cells().isEmpty()
                && !now.isAfter(zones.expireTime());
    }

    private static DemandReach inZones(ActiveZones zones, int rolloutPercent) {
        return new DemandReach(
                zones.version(),
                Optional.of(
                        zones.cells().stream()
                                .map(ActiveCell::cell)
                                .map(cell -> Long.parseLong(cell, CELL_RADIX))
                                .collect(Collectors.toSet())),
                rolloutPercent);
    }
}
