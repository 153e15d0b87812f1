package dev.supporters.work.adapter.mongo;

import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;
import dev.supporters.work.shift.Shift;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
class WorkStores {

    @Produces
    @Singleton
    Documents<Shift> works(Stores stores) {
        Documents<Shift> works = stores.documents("works", new ShiftMapper());
        works.uniqueIndex("driver", "driverId", "product", "businessDate");
        works.uniqueIndex("open", "openUntil", "driverId", "product", "businessDate");
        return works;
    }
}
