package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.settlement.ledger.Ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
public class SettlementStores {

    public static final CollectionSpec<Ledger> LEDGERS =
            CollectionSpec.of("ledgers", new LedgerMapper())
                    .storedForm(3)
                    .index("business_date", LedgerMapper.BUSINESS_DATE, "workId")
                    .index("zone_cell", LedgerMapper.ZONE_CELL, LedgerMapper.BUSINESS_DATE)
                    .archivedBy("endTime");

    @Produces
    @Singleton
    AggregateStore<Ledger> ledgers(AggregateStores stores) {
        return stores.open(LEDGERS);
    }
}
