package dev.supporters.zone.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.zone.plan.PlannedZones;
import dev.supporters.zone.plan.ZoneMessages;
import dev.supporters.zone.plan.ZonePlanRepository;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
public class ZoneStores {

    /** The newest plan: one document for each product and region. */
    public static final CollectionSpec<PlannedZones> ZONES =
            CollectionSpec.of("zones", new PlannedZonesMapper("zones")).storedForm(3);

    /** A plan that was replaced has ended: it leaves for the archive, and is deleted there. */
    public static final CollectionSpec<PlannedZones> PLANS =
            CollectionSpec.of("plans", new PlannedZonesMapper("plans"))
                    .storedForm(3)
                    .archivedBy(PlannedZonesMapper.PLAN_TIME);

    @Startup
    @Produces
    @Singleton
    ZonePlanRepository plans(AggregateStores stores, ZoneMessages messages) {
        return repository(stores.open(ZONES), stores.open(PLANS), messages);
    }

    /** Also for tests, over stores of theirs. */
    public static ZonePlanRepository repository(
            AggregateStore<PlannedZones> zones,
            AggregateStore<PlannedZones> plans,
            ZoneMessages messages) {
        return new MongoZonePlanRepository(zones, plans, messages);
    }
}
