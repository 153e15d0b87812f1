package dev.supporters.driver.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.ApplicationKey;
import dev.supporters.driver.statistics.LastWeeks;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestClock;

import java.util.List;
import java.util.Optional;

class DriverQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(
                        DriverStores.DRIVERS,
                        MongoApplicationRepository.ofWaiting(
                                Optional.of(new ApplicationKey(TestClock.FRIDAY_NIGHT, "1004550")),
                                100)),
                new SampleQuery(
                        DriverStores.DRIVERS,
                        MongoApplicationRepository.ofUnanswered(TestClock.FRIDAY_NIGHT, 100)),
                new SampleQuery(
                        DriverStores.DAYS,
                        MongoDriverDayRepository.ofWeeks(
                                new DriverId("1004550"),
                                Product.PRODUCT_DRIVER,
                                LastWeeks.until(new TestClock()))));
    }
}
