package dev.supporters.settlement.adapter.mongo;

import dev.supporters.settlement.Night;
import dev.supporters.settlement.ledger.DisputeKey;
import dev.supporters.testkit.QueriesContract;

import java.util.List;
import java.util.Optional;

class LedgerQueriesTest extends QueriesContract {

    private static final DisputeKey KEY = new DisputeKey(Night.at(0), Night.WORK);

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofBusinessDate(Night.FRIDAY, Night.WORK, 100)),
                new SampleQuery(
                        SettlementStores.EVENTS, MongoEventRepository.ofShift(Night.WORK_ID)),
                new SampleQuery(SettlementStores.LEDGERS, MongoLedgerRepository.ofHeldBack(100)),
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofDriversDates(
                                Night.DRIVER, Night.FRIDAY, Night.FRIDAY.plusMonths(1))),
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofUnclosed(Night.FRIDAY, Night.WORK, 100)),
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofToClose(Night.at(0), 100)),
                new SampleQuery(SettlementStores.LEDGERS, MongoLedgerRepository.ofCarrying(100)),
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofHeldSince(Night.at(0), 100)),
                new SampleQuery(SettlementStores.CLOSES, MongoCloseRepository.ofClosing()),
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofOpenDisputes(Optional.of(KEY), 100)),
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofDisputedBy(Night.DRIVER, Optional.of(KEY), 100)),
                new SampleQuery(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofZoneCell("8830e1d8c7fffff", Night.FRIDAY)));
    }
}
