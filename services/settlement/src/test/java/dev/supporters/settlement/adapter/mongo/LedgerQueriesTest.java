package dev.supporters.settlement.adapter.mongo;

import dev.supporters.settlement.Night;
import dev.supporters.testkit.QueriesContract;

import java.util.List;

class LedgerQueriesTest extends QueriesContract {

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofBusinessDate(Night.FRIDAY, Night.WORK, 100)),
                new Sample(SettlementStores.EVENTS, MongoEventRepository.ofShift(Night.WORK_ID)),
                new Sample(SettlementStores.LEDGERS, MongoLedgerRepository.ofHeldBack(100)),
                new Sample(
                        SettlementStores.LEDGERS,
                        MongoLedgerRepository.ofZoneCell("8830e1d8c7fffff", Night.FRIDAY)));
    }
}
