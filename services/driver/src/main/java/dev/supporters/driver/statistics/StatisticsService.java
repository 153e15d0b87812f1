package dev.supporters.driver.statistics;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** What drivers did in the last four weeks, kept day by day, so that the weeks slide. */
@ApplicationScoped
public class StatisticsService {

    private final AggregateStore<DriverDay> days;
    private final DriverDayRepository repository;
    private final Clock clock;

    StatisticsService(AggregateStore<DriverDay> days, DriverDayRepository repository, Clock clock) {
        this.days = days;
        this.repository = repository;
        this.clock = clock;
    }

    public DriverStatistics of(DriverId driverId, Product product) {
        LastWeeks weeks = LastWeeks.until(clock);
        return DriverStatistics.of(weeks, repository.of(driverId, product, weeks));
    }

    /** A drive is counted once, however often its end is told: the day keeps its command. */
    public void apply(DriveResult result) {
        days.react(
                result.day().id(),
                "",
                (current, version) ->
                        current.orElseGet(() -> DriverDay.empty(result.day()))
                                .with(result.drive())
                                .map(Change::to));
    }
}
