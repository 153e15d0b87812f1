package dev.supporters.commander.adapter.mongo;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.call;

import dev.supporters.testkit.QueriesContract;

import java.util.List;

class SlotQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(SlotStores.SLOTS, MongoSlotRepository.claimQuery(call("254137"))),
                new SampleQuery(
                        SlotStores.SLOTS,
                        MongoSlotRepository.claimsQuery(List.of(call("1"), call("2")))),
                new SampleQuery(
                        SlotStores.SLOTS,
                        MongoSlotRepository.decidedQuery(List.of(call("1"), call("2")))),
                new SampleQuery(SlotStores.SLOTS, MongoSlotRepository.overdueQuery(NOW, 500)));
    }
}
