package dev.supporters.zone.plan;

import dev.supporters.platform.store.Versioned;
import dev.supporters.zone.region.ZoneKey;

import java.util.Optional;

/** The newest plan of each product and region, and the plans before it as records. */
public interface ZonePlanRepository {

    Optional<Versioned<PlannedZones>> newest(ZoneKey key);

    /** A plan by its version; also one that is no longer the newest, as long as records are kept. */
    Optional<PlannedZones> record(ZoneKey key, long version);

    /**
     * Replaces the newest plan by the next one, and tells it, if nobody else has replaced it; the replaced plan becomes a record
     * first, so that none is lost.
     *
     * @param before the plan that was found as the newest; empty if there was none
     * @return whether this caller's plan is the newest now
     */
    boolean replace(Optional<Versioned<PlannedZones>> before, PlannedZones next);
}
