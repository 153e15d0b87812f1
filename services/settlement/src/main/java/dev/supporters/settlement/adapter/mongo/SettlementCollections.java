package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.settlement.ledger.Ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
class SettlementCollections {

    @Produces
    @Singleton
    AggregateStore<Ledger> ledgers(AggregateStores stores) {
        AggregateStore<Ledger> ledgers = stores.documents("ledgers", new LedgerMapper());
        ledgers.uniqueIndex("business_date", "businessDate", "workId");
        return ledgers;
    }
}
