package dev.supporters.driver.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.statistics.DriverDay;
import dev.supporters.driver.statistics.DriverDayRepository;
import dev.supporters.driver.statistics.LastWeeks;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Days in MongoDB. */
@ApplicationScoped
public class MongoDriverDayRepository implements DriverDayRepository {

    /** There are not so many days. */
    private static final int MOST = 100;

    private final AggregateStore<DriverDay> days;

    public MongoDriverDayRepository(AggregateStore<DriverDay> days) {
        this.days = days;
    }

    @Override
    public List<DriverDay> of(DriverId driverId, Product product, LastWeeks weeks) {
        return days.query(ofWeeks(driverId, product, weeks)).stream()
                .map(Versioned::value)
                .toList();
    }

    static Query ofWeeks(DriverId driverId, Product product, LastWeeks weeks) {
        return Query.atMost(MOST)
                .equal(DriverDayMapper.DRIVER_ID, driverId.value())
                .equal(DriverDayMapper.PRODUCT, product)
                .between(DriverDayMapper.DATE, weeks.first(), weeks.end())
                .ascending(DriverDayMapper.DATE);
    }
}
