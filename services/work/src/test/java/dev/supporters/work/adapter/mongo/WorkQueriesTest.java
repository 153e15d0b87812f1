package dev.supporters.work.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestClock;
import dev.supporters.work.TestShifts;

import java.util.List;

class WorkQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(
                        WorkStores.WORKS,
                        MongoShiftRepository.newestQuery(
                                new DriverId("d1"), Product.PRODUCT_DRIVER)),
                new SampleQuery(
                        WorkStores.WORKS,
                        MongoShiftRepository.overdueQuery(TestClock.FRIDAY_NIGHT, 100)),
                new SampleQuery(
                        WorkStores.WORKS,
                        MongoShiftRepository.openInZoneQuery(
                                "88392b1",
                                new TestShifts().details("d1"),
                                TestClock.FRIDAY_NIGHT,
                                100)),
                new SampleQuery(WorkStores.WORKS, MongoShiftRepository.askedQuery(100)),
                new SampleQuery(
                        WorkStores.WORKS,
                        MongoShiftRepository.nextWindowEndQuery(TestClock.FRIDAY_NIGHT)));
    }
}
