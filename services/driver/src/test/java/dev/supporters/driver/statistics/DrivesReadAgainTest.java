package dev.supporters.driver.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;

import dev.supporters.driver.adapter.mongo.DriverStores;
import dev.supporters.driver.adapter.mongo.MongoDriverDayRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;

/** A function that has rested at zero for longer than the brokers keep its offsets hears of drives once more that it has counted. */
class DrivesReadAgainTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    private final TestClock clock = new TestClock();
    private final MongoDatabase database = STORE.database();
    private final AggregateStore<DriverDay> days = STORE.open(DriverStores.DAYS, clock, database);
    private final StatisticsService statistics =
            new StatisticsService(days, new MongoDriverDayRepository(days), clock);

    @Test
    void noDriveIsCountedAgainAlsoOfADayThatIsArchived() {
        // Given
        DriveResult drive = drive("k1");
        statistics.apply(drive);
        Versioned<DriverDay> before = days.find(drive.day().id()).orElseThrow();
        clock.advance(Duration.ofDays(LastWeeks.DAYS + 3L));
        await().untilAsserted(() -> {
            clock.tick();
            assertThat(working()).isZero();
        });
        // When
        statistics.apply(drive);
        // Then
        assertThat(days.find(drive.day().id())).contains(before);
        assertThat(working()).as("it stays archived").isZero();
    }

    @Test
    void aDriveThatNobodyHasReadIsCounted() {
        // Given
        statistics.apply(drive("k1"));
        clock.advance(Duration.ofDays(8));
        // When
        statistics.apply(drive("k1"));
        statistics.apply(drive("k2"));
        // Then
        assertThat(statistics.of(CountedDriver.DRIVER, CountedDriver.PRODUCT).completedDrives())
                .isEqualTo(2);
    }

    private DriveResult drive(String commandId) {
        return new DriveResult(
                new DriverDay.Key(
                        CountedDriver.DRIVER, CountedDriver.PRODUCT, LocalDate.parse("2026-11-20")),
                new DriverDay.EndedDrive(commandId, true));
    }

    private long working() {
        return database.getCollection(DriverStores.DAYS.name()).countDocuments();
    }
}
