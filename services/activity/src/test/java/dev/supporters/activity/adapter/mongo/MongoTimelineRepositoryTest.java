package dev.supporters.activity.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.activity.timeline.TimelineRepository;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.TestClock;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Entries as they are found and removed. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
class MongoTimelineRepositoryTest {

    private static final LocalDate DATE = LocalDate.parse("2026-11-20");
    private static final Instant TIME = Instant.parse("2026-11-20T12:30:00.123456789Z");

    @Inject TimelineRepository timelines;
    @Inject MongoClient client;
    @Inject TestClock clock;
    @Inject ActivityConfig config;

    /** Removing counts all that is older, also the entries of another test. */
    @BeforeEach
    void empty() {
        collection().deleteMany(new Document());
    }

    /** As when the topics are read once more, from their begin. */
    @Test
    void anEventThatIsReadAgainMakesNoSecondEntry() {
        // Given
        DriverId driver = new DriverId("again");
        timelines.add(entry("again-1", driver, DATE));
        timelines.add(entry("again-2", driver, DATE));

        // When
        timelines.add(entry("again-1", driver, DATE));

        // Then
        assertThat(timelines.after(driver, DATE, "", 10))
                .extracting(TimelineEntry::eventId)
                .containsExactlyInAnyOrder("again-1", "again-2");
    }

    @Test
    void removesABoundedNumberOfOlderEntriesOldestDatesFirst() {
        // Given
        DriverId driver = new DriverId("bounded");
        LocalDate first = LocalDate.parse("2026-01-01");
        for (int day = 0; day < 4; day++) {
            timelines.add(entry("bounded-" + day, driver, first.plusDays(day)));
        }

        // When
        long removed = timelines.removeBefore(first.plusDays(3), 2);
        long rest = timelines.removeBefore(first.plusDays(3), 2);

        // Then
        assertThat(removed).isEqualTo(2);
        assertThat(rest).isEqualTo(1);
        assertThat(timelines.removeBefore(first.plusDays(3), 2)).isZero();
        assertThat(timelines.after(driver, first.plusDays(3), "", 10)).hasSize(1);
    }

    @Test
    void theSweepRemovesWhatIsOlderThanTheRetention() {
        // Given
        DriverId driver = new DriverId("swept");
        LocalDate oldest =
                LocalDate.ofInstant(
                        clock.instant().minus(config.timelineRetention()), ZoneOffset.UTC);

        // When
        timelines.add(entry("old", driver, oldest.minusDays(1)));
        timelines.add(entry("kept", driver, oldest.plusDays(1)));

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(timelines.after(driver, oldest.minusDays(1), "", 10)).isEmpty());
        assertThat(timelines.after(driver, oldest.plusDays(1), "", 10)).hasSize(1);
    }

    private MongoCollection<Document> collection() {
        return client.getDatabase("supporters_activity").getCollection("timeline");
    }

    private static TimelineEntry entry(String id, DriverId driver, LocalDate date) {
        return new TimelineEntry(
                id,
                driver,
                WorkId.of(driver, Product.PRODUCT_DRIVER, date),
                TIME,
                "WORK_BEGUN",
                Optional.empty());
    }
}
