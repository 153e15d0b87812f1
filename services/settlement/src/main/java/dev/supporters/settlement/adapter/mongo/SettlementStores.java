package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;
import dev.supporters.settlement.ledger.Ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
class SettlementStores {

    @Produces
    @Singleton
    Documents<Ledger> ledgers(Stores stores) {
        Documents<Ledger> ledgers = stores.documents("ledgers", new LedgerMapper());
        ledgers.uniqueIndex("business_date", "businessDate", "workId");
        return ledgers;
    }
}
