package dev.supporters.work.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.work.shift.Shift;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
class WorkStores {

    @Produces
    @Singleton
    AggregateStore<Shift> works(AggregateStores stores) {
        AggregateStore<Shift> works = stores.documents("works", new ShiftMapper());
        works.uniqueIndex("driver", "driverId", "product", "businessDate");
        works.uniqueIndex("open", "openUntil", "driverId", "product", "businessDate");
        return works;
    }
}
