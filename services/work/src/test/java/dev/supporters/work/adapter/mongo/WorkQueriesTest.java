package dev.supporters.work.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestClock;

import java.util.List;

class WorkQueriesTest extends QueriesContract {

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(
                        WorkStores.WORKS,
                        MongoShiftRepository.newestQuery(
                                new DriverId("d1"), Product.PRODUCT_DRIVER)),
                new Sample(
                        WorkStores.WORKS,
                        MongoShiftRepository.overdueQuery(TestClock.FRIDAY_NIGHT, 100)),
                new Sample(WorkStores.WORKS, MongoShiftRepository.askedQuery(100)),
                new Sample(
                        WorkStores.WORKS,
                        MongoShiftRepository.nextWindowEndQuery(TestClock.FRIDAY_NIGHT)));
    }
}
