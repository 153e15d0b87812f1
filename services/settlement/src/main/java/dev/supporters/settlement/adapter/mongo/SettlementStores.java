package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.place.ShiftPlaces;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
public class SettlementStores {

    public static final CollectionSpec<Ledger> LEDGERS =
            CollectionSpec.of("ledgers", new LedgerMapper())
                    .storedForm(6)
                    .index("business_date", LedgerMapper.BUSINESS_DATE, LedgerMapper.WORK_ID)
                    .index("zone_cell", LedgerMapper.ZONE_CELL, LedgerMapper.BUSINESS_DATE)
                    .index("held_back", LedgerMapper.MISSING_VERSION)
                    .index("open_disputes", LedgerMapper.OPEN_DISPUTE_TIME, LedgerMapper.WORK_ID)
                    .index(
                            "disputes",
                            LedgerMapper.DRIVER_ID,
                            LedgerMapper.DISPUTE_TIME,
                            LedgerMapper.WORK_ID)
                    .index("driver", LedgerMapper.DRIVER_ID, LedgerMapper.BUSINESS_DATE)
                    .archivedBy("endTime");

    /** Only added to; apart from the ledgers, which are proven by it. */
    public static final CollectionSpec<ArchivedEvent> EVENTS =
            CollectionSpec.of("shift_events", new ArchivedEventMapper())
                    .index("shift", ArchivedEventMapper.WORK_ID)
                    .archivedBy(ArchivedEventMapper.TIME);

    @Produces
    @Singleton
    AggregateStore<ArchivedEvent> events(AggregateStores stores) {
        return stores.open(EVENTS);
    }

    /** From where drivers were heard of; deleted sooner than what was paid. */
    public static final CollectionSpec<ShiftPlaces> PLACES =
            CollectionSpec.of("shift_places", new ShiftPlacesMapper())
                    .deletedBy(ShiftPlacesMapper.TIME);

    @Produces
    @Singleton
    AggregateStore<ShiftPlaces> places(AggregateStores stores) {
        return stores.open(PLACES);
    }

    @Produces
    @Singleton
    AggregateStore<Ledger> ledgers(AggregateStores stores) {
        return stores.open(LEDGERS);
    }
}
