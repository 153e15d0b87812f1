package dev.supporters.work.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.work.shift.Shift;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
public class WorkStores {

    /** An id names driver, product and business date: this alone makes a second shift of a business date impossible. */
    public static final CollectionSpec<Shift> WORKS =
            CollectionSpec.of("works", new ShiftMapper())
                    .storedForm(2)
                    .index("open", ShiftMapper.OPEN_UNTIL)
                    .index(
                            "driver",
                            ShiftMapper.DRIVER_ID,
                            ShiftMapper.PRODUCT,
                            ShiftMapper.BUSINESS_DATE)
                    .archivedBy(ShiftMapper.END);

    @Produces
    @Singleton
    AggregateStore<Shift> works(AggregateStores stores) {
        return stores.open(WORKS);
    }
}
