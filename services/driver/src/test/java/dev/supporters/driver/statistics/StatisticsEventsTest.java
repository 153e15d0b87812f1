package dev.supporters.driver.statistics;

import static dev.supporters.driver.Refused.refused;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.driver.v1.IncidentKind;
import dev.supporters.proto.events.driver.v1.DriveRated;
import dev.supporters.proto.events.driver.v1.DriverStatisticsEvent;
import dev.supporters.proto.events.driver.v1.IncidentRecorded;
import dev.supporters.proto.events.driver.v1.IncidentRevoked;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What others are told of ratings and incidents. */
class StatisticsEventsTest {

    private static final String FRIDAY = "2026-11-20";
    private static final String INCIDENT = "1004550/DRIVER/2026-11-20/1";

    private final CountedDriver driver = new CountedDriver(new TestClock());

    @Test
    void aRatingIsToldWithItsCallAndNothingOfWhoGaveIt() {
        // When
        driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 4);

        // Then
        assertThat(driver.days.published())
                .containsExactly(
                        new Event(
                                Topics.DRIVER_STATISTICS,
                                "1004550",
                                "supporters.driver_statistics.drive_rated.v1",
                                event().setDriveRated(
                                                DriveRated.newBuilder()
                                                        .setCallId("254137")
                                                        .setStars(4))
                                        .build()));
        assertThat(DriveRated.getDescriptor().getFields())
                .extracting(FieldDescriptor::getName)
                .containsExactly("call_id", "stars");
    }

    @Test
    void aRatingIsToldOnceHoweverOftenItIsSentAndNotWhenItIsRefused() {
        // Given
        driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 4);

        // When
        driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 4);
        refused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 5));
        refused(
                ErrorReason.ERROR_REASON_DRIVE_RATED,
                () -> driver.rate("r2", "254137", TestClock.FRIDAY_NIGHT, 5));
        refused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () ->
                        driver.rate(
                                "r3",
                                "254138",
                                TestClock.FRIDAY_NIGHT.minus(Duration.ofDays(28)),
                                5));

        // Then
        assertThat(told()).hasSize(1);
    }

    @Test
    void ofTwoRatingsAtOnceTheOneThatCountsIsTold() {
        // When
        Race.run(
                () -> succeeds(() -> driver.rate("r1", "1", TestClock.FRIDAY_NIGHT, 1)),
                () -> succeeds(() -> driver.rate("r2", "1", TestClock.FRIDAY_NIGHT, 5)));

        // Then
        assertThat(told())
                .singleElement()
                .satisfies(event ->
                        assertThat((double) event.getDriveRated().getStars())
                                .isEqualTo(driver.now().averageRating().orElseThrow()));
    }

    @Test
    void anIncidentIsToldWhenItIsEnteredAndWhenItIsRevokedWithoutWhatWasWritten() {
        // Given
        IncidentService.Shown entered = driver.enter("i1", Incident.Kind.FINE, FRIDAY);
        driver.clock.advance(Duration.ofHours(1));

        // When
        revoke("v1", entered, "not his");

        // Then
        assertThat(driver.days.published())
                .extracting(Event::type)
                .containsExactly(
                        "supporters.driver_statistics.incident_recorded.v1",
                        "supporters.driver_statistics.incident_revoked.v1");
        assertThat(told())
                .containsExactly(
                        event().setIncidentRecorded(
                                        IncidentRecorded.newBuilder()
                                                .setIncidentId(INCIDENT)
                                                .setKind(IncidentKind.INCIDENT_KIND_FINE)
                                                .setActor("operator-1"))
                                .build(),
                        event().setEventTime(Timestamps.of(driver.clock.instant()))
                                .setIncidentRevoked(
                                        IncidentRevoked.newBuilder()
                                                .setIncidentId(INCIDENT)
                                                .setKind(IncidentKind.INCIDENT_KIND_FINE)
                                                .setActor("operator-2"))
                                .build());
        assertThat(told().toString()).doesNotContain("a scratch", "not his");
    }

    @Test
    void anIncidentIsToldOnceHoweverOftenItIsSentAndNotWhenItIsRefused() {
        // Given
        IncidentService.Shown entered = driver.enter("i1", Incident.Kind.ACCIDENT, FRIDAY);
        revoke("v1", entered, "not his");

        // When
        driver.enter("i1", Incident.Kind.ACCIDENT, FRIDAY);
        revoke("v1", entered, "not his");
        refused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> driver.enter("i1", Incident.Kind.FINE, FRIDAY));
        refused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> driver.enter("i2", Incident.Kind.FINE, "2026-10-23"));
        refused(
                ErrorReason.ERROR_REASON_INCIDENT_REVOKED,
                () -> revoke("v2", entered, "once more"));

        // Then
        assertThat(told()).hasSize(2);
    }

    @Test
    void drivesAndImportedDaysAreNotTold() {
        // When: others have told the drives, and own the days
        driver.completes(1, 3);
        driver.imported("m1", CountedDriver.row("2026-11-19").setCompletedDrives(7));

        // Then
        assertThat(driver.now().completedDrives()).isEqualTo(10);
        assertThat(told()).isEmpty();
    }

    private void revoke(String requestId, IncidentService.Shown entered, String reason) {
        driver.incidents.revoke(
                requestId,
                new Incident.Id(entered.day(), entered.incident().number()),
                reason,
                "operator-2");
    }

    private static boolean succeeds(Runnable request) {
        try {
            request.run();
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private List<DriverStatisticsEvent> told() {
        return driver.days.published().stream()
                .map(event -> (DriverStatisticsEvent) event.payload())
                .toList();
    }

    private static DriverStatisticsEvent.Builder event() {
        return DriverStatisticsEvent.newBuilder()
                .setDriverId("1004550")
                .setProduct(CountedDriver.PRODUCT)
                .setDate(FRIDAY)
                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT));
    }
}
