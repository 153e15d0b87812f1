package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.settlement.close.DateClose;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.place.ShiftPlaces;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
public class SettlementStores {

    public static final CollectionSpec<Ledger> LEDGERS =
            CollectionSpec.of("ledgers", new LedgerMapper())
                    .storedForm(8)
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
                    .index("unclosed", LedgerMapper.UNCLOSED_DATE, LedgerMapper.WORK_ID)
                    .index("to_close", LedgerMapper.UNCLOSED_WINDOW_END)
                    .index("carries", LedgerMapper.CARRY_TIME)
                    .index("held", LedgerMapper.HOLD_TIME)
                    .archivedBy("endTime");

    /** How far business dates are: one small document for each that is closing or closed, kept for ever. */
    public static final CollectionSpec<DateClose> CLOSES =
            CollectionSpec.of("date_closes", new DateCloseMapper())
                    .index("state", DateCloseMapper.STATE);

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
    AggregateStore<DateClose> closes(AggregateStores stores) {
        return stores.open(CLOSES);
    }

    @Produces
    @Singleton
    AggregateStore<Ledger> ledgers(AggregateStores stores) {
        return stores.open(LEDGERS);
    }
}
