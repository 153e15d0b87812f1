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

    private final Map<String, ActiveZones> newest = new ConcurrentHashMap<>();

    public void put(ActiveZones zones) {
        newest.merge(key(zones.product(), zones.region()), zones, ActiveZones::newer);
    }

    /** Whether zones apply and the origin is in none. */
    boolean outside(Product product, String region, Position origin, Instant now) {
        ActiveZones zones = newest.get(key(product, region));
        return zones != null && zones.place(origin, now) instanceof Placement.Outside;
    }

    private static String key(Product product, String region) {
        return product.name() + "/" + region;
    }
}
