package dev.supporters.routing.decision;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether an origin is in the active zones of its region, by the newest plans in memory. Without a valid plan the region applies. */
public final class ZoneCheck {

    private static final String APPLIED = "zones";

    private final Map<String, ActiveZones> newest = new ConcurrentHashMap<>();

    public void put(ActiveZones zones) {
        newest.merge(key(zones.product(), zones.region()), zones, ActiveZones::newer);
    }

    /** Whether zones apply and the origin is in none, and by which plan. */
    ZoneFinding find(Product product, String region, Position origin, Instant now) {
        ActiveZones zones = newest.get(key(product, region));
        if (zones == null) {
            return ZoneFinding.NO_PLAN;
        }
        return switch (zones.place(origin, now)) {
            case Placement.Inside inside -> new ZoneFinding(false, zones.version(), APPLIED);
            case Placement.Outside outside -> new ZoneFinding(true, zones.version(), APPLIED);
            case Placement.InRegion inRegion ->
                    new ZoneFinding(false, zones.version(), inRegion.reason());
        };
    }

    private static String key(Product product, String region) {
        return product.name() + "/" + region;
    }
}
