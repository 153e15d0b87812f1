package dev.supporters.work.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.work.begin.ZonePlaces;
import dev.supporters.work.shift.Shift;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
public class WorkStores {

    /** An id names driver, product and business date: this alone makes a second shift of a business date impossible. */
    public static final CollectionSpec<Shift> WORKS =
            CollectionSpec.of("works", new ShiftMapper())
                    .storedForm(5)
                    .index("open", ShiftMapper.OPEN_UNTIL)
                    .index("asked", ShiftMapper.ASKED_TIME)
                    .index(
                            "driver",
                            ShiftMapper.DRIVER_ID,
                            ShiftMapper.PRODUCT,
                            ShiftMapper.BUSINESS_DATE)
                    .index(
                            "zone",
                            ShiftMapper.PRODUCT,
                            ShiftMapper.REGION,
                            ShiftMapper.BUSINESS_DATE,
                            ShiftMapper.ZONE_ID,
                            ShiftMapper.OPEN_UNTIL)
                    .archivedBy(ShiftMapper.END);

    /** One document for each zone and business date in which the number of supporters is, or was, limited. */
    public static final CollectionSpec<ZonePlaces> PLACES =
            CollectionSpec.of("zone_places", new ZonePlacesMapper())
                    .archivedBy(ZonePlacesMapper.WINDOW_END);

    @Produces
    @Singleton
    AggregateStore<ZonePlaces> places(AggregateStores stores) {
        return stores.open(PLACES);
    }

    @Produces
    @Singleton
    AggregateStore<Shift> works(AggregateStores stores) {
        return stores.open(WORKS);
    }
}
