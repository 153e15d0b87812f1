package dev.supporters.driver.statistics;

import static dev.supporters.driver.Refused.refused;
import static dev.supporters.driver.statistics.CountedDriver.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a driver's last four weeks come to: events, ratings, incidents, and what another system knows. */
class StatisticsTest {

    private static final DispatchPath GENERAL = DispatchPath.DISPATCH_PATH_GENERAL;
    private static final DispatchPath SUPPORTERS = DispatchPath.DISPATCH_PATH_SUPPORTERS;

    private final CountedDriver driver = new CountedDriver(new TestClock());

    @Test
    void nothingIsKnownOfANewDriver() {
        // When
        DriverStatistics found = driver.now();

        // Then
        assertThat(found.weeks())
                .isEqualTo(
                        new LastWeeks(
                                LocalDate.parse("2026-10-24"), LocalDate.parse("2026-11-20")));
        assertThat(found.completedDrives()).isZero();
        assertThat(found.cancellationPercent()).isEmpty();
        assertThat(found.averageRating()).isEmpty();
    }

    @Test
    void countsCompletedDrivesAndCancellationsAfterTheAcceptanceAlone() {
        // When
        driver.completes(1, 3);
        driver.isCancelled("k4", true);
        driver.isCancelled("k5", false);
        driver.tell(driver.event("k6").setRefused(CallRefused.getDefaultInstance()));
        driver.tell(driver.event("k7").setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        assertThat(driver.now().completedDrives()).isEqualTo(3);
        assertThat(driver.now().cancelledDrives()).isEqualTo(1);
        assertThat(driver.now().cancellationPercent()).hasValue(25);
    }

    @ParameterizedTest
    @EnumSource(
            value = CancellationReason.class,
            names = {"CANCELLATION_REASON_WITHDRAWN", "CANCELLATION_REASON_OPERATOR"})
    void whatOthersTakeAwayAfterTheAcceptanceCountsForNobody(CancellationReason reason) {
        driver.completes(1, 3);

        driver.isCancelled("k4", true, reason);

        assertThat(driver.now().cancelledDrives()).isZero();
        assertThat(driver.now().cancellationPercent()).hasValue(0);
    }

    @Test
    void whatTheDriverGivesBackCounts() {
        driver.isCancelled("k1", true, CancellationReason.CANCELLATION_REASON_DRIVER);

        assertThat(driver.now().cancelledDrives()).isEqualTo(1);
    }

    @Test
    void drivesOfGeneralDispatchCountAndThoseOfSupportersNotTwice() {
        // When
        driver.completes(1, 2);
        driver.ends("c-k1", SUPPORTERS, CallState.CALL_STATE_COMPLETED, "");
        driver.ends("7", GENERAL, CallState.CALL_STATE_COMPLETED, "");
        driver.ends("7", GENERAL, CallState.CALL_STATE_COMPLETED, "");
        driver.ends("8", GENERAL, CallState.CALL_STATE_CANCELLED, "CUSTOMER");
        driver.ends("9", GENERAL, CallState.CALL_STATE_CANCELLED, "OPERATOR");
        driver.ends("10", GENERAL, CallState.CALL_STATE_FAILED, "UNSERVED");

        // Then
        assertThat(driver.now().completedDrives()).isEqualTo(3);
        assertThat(driver.now().cancelledDrives()).isEqualTo(1);
    }

    @Test
    void ofAnImportedDayTheOtherSystemKnowsTheDrivesOfGeneralDispatch() {
        // Given
        driver.completes(1, 2);
        driver.ends("7", GENERAL, CallState.CALL_STATE_COMPLETED, "");
        driver.ends("8", GENERAL, CallState.CALL_STATE_CANCELLED, "CUSTOMER");

        // When
        driver.imported(
                "i1", CountedDriver.row("2026-11-20").setCompletedDrives(5).setCancelledDrives(2));

        // Then
        assertThat(driver.now().completedDrives()).isEqualTo(7);
        assertThat(driver.now().cancelledDrives()).isEqualTo(2);
    }

    @Test
    void aDriveCountsOnceHoweverOftenItIsTold() {
        // Given
        driver.completes(1, 3);

        // When: in any order, also after newer ones
        driver.completes(2, 3);
        driver.completes(1, 1);

        // Then
        assertThat(driver.now().completedDrives()).isEqualTo(3);
    }

    @Test
    void theWeeksSlideDayByDay() {
        // Given: a drive on the first night, two on the second
        driver.completes(1, 1);
        driver.clock.advance(Duration.ofDays(1));
        driver.completes(2, 3);

        // When and then
        driver.clock.set(TestClock.FRIDAY_NIGHT.plus(Duration.ofDays(27)));
        assertThat(driver.now().completedDrives()).isEqualTo(3);
        driver.clock.set(TestClock.FRIDAY_NIGHT.plus(Duration.ofDays(28)));
        assertThat(driver.now().completedDrives()).isEqualTo(2);
        driver.clock.set(TestClock.FRIDAY_NIGHT.plus(Duration.ofDays(29)));
        assertThat(driver.now().completedDrives()).isZero();
    }

    @Test
    void aRatingThatAnEarlierVersionHasMadeIsAnsweredWhenItIsRepeated() {
        // Given a request whose digest had the customer in it
        CallId callId = new CallId("254137");
        Rating made = new Rating(callId, 4, "r1", TestClock.FRIDAY_NIGHT);
        DriverDay.Key friday =
                new DriverDay.Key(
                        CountedDriver.DRIVER,
                        CountedDriver.PRODUCT,
                        LastWeeks.date(TestClock.FRIDAY_NIGHT));
        driver.days.change(
                friday.id(),
                RequestCause.of("rate", "r1", callId, "customer-1", 4),
                (current, version) -> Optional.of(Change.to(DriverDay.empty(friday).with(made))));

        // When
        Rating again = driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 4);

        // Then
        assertThat(again).isEqualTo(made);
        refused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 5));
        assertThat(driver.now().averageRating()).hasValue(4);
    }

    @Test
    void aCallIsRatedOnce() {
        // Given
        Rating rating = driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 4);

        // When and then
        assertThat(driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 4)).isEqualTo(rating);
        refused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> driver.rate("r1", "254137", TestClock.FRIDAY_NIGHT, 5));
        refused(
                ErrorReason.ERROR_REASON_DRIVE_RATED,
                () -> driver.rate("r2", "254137", TestClock.FRIDAY_NIGHT, 5));
        assertThat(driver.now().ratingCount()).isEqualTo(1);
        assertThat(driver.now().averageRating()).hasValue(4);
    }

    @Test
    void ofTwoRatingsAtOnceOneCounts() {
        // When
        List<Boolean> rated =
                Race.run(
                        () -> succeeds(() -> driver.rate("r1", "1", TestClock.FRIDAY_NIGHT, 1)),
                        () -> succeeds(() -> driver.rate("r2", "1", TestClock.FRIDAY_NIGHT, 5)));

        // Then
        assertThat(rated).containsExactlyInAnyOrder(true, false);
        assertThat(driver.now().ratingCount()).isEqualTo(1);
    }

    @Test
    void aDriveOfLongAgoIsNotRatedAnyMore() {
        refused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "end_time: 2026-10-23",
                "from 2026-10-24 to 2026-11-21",
                () -> driver.rate("r1", "1", TestClock.FRIDAY_NIGHT.minus(Duration.ofDays(28)), 5));
    }

    @Test
    void operatorsEnterIncidentsAndRevokeMistakes() {
        // Given
        driver.enter("i1", Incident.Kind.ACCIDENT, "2026-11-19");
        IncidentService.Shown fine = driver.enter("i2", Incident.Kind.FINE, "2026-11-19");
        assertThat(driver.enter("i2", Incident.Kind.FINE, "2026-11-19")).isEqualTo(fine);
        assertThat(driver.now().accidents()).isEqualTo(1);
        assertThat(driver.now().fines()).isEqualTo(1);

        // When
        Incident.Id id = Incident.Id.of("1004550/DRIVER/2026-11-19/2");
        Incident revoked =
                driver.incidents.revoke("v1", id, "another driver's", "operator-2").incident();

        // Then
        assertThat(revoked.revocation().orElseThrow().reason()).isEqualTo("another driver's");
        assertThat(driver.now().accidents()).isEqualTo(1);
        assertThat(driver.now().fines()).isZero();
        assertThat(driver.incidents.revoke("v1", id, "another driver's", "operator-2").incident())
                .isEqualTo(revoked);
        refused(
                ErrorReason.ERROR_REASON_INCIDENT_REVOKED,
                () -> driver.incidents.revoke("v2", id, "really", "operator-2"));
    }

    @Test
    void anIncidentIsOfTheLastFourWeeksAndItsKeyOfOneDate() {
        refused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "date: 2026-10-23",
                "from 2026-10-24 to 2026-11-21",
                () -> driver.enter("i1", Incident.Kind.FINE, "2026-10-23"));
        refused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> driver.enter("i1", Incident.Kind.FINE, "2026-11-22"));
        driver.enter("i1", Incident.Kind.FINE, "2026-11-21");
        refused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> driver.enter("i1", Incident.Kind.FINE, "2026-11-20"));
        refused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> driver.enter("i1", Incident.Kind.ACCIDENT, "2026-11-21"));
    }

    @Test
    void aDayHasNotAnyNumberOfIncidents() {
        for (int i = 1; i <= IncidentService.MOST; i++) {
            driver.enter("i" + i, Incident.Kind.FINE, "2026-11-20");
        }

        refused(
                ErrorReason.ERROR_REASON_TOO_MANY_INCIDENTS,
                () -> driver.enter("once more", Incident.Kind.FINE, "2026-11-20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1004550/DRIVER/2026-11-19",
                "1004550/DRIVER/2026-11-19/x",
                "1004550/NOTHING/2026-11-19/1",
                "1004550/DRIVER/2026-13-19/1",
                "1004550/DRIVER/2026-11-19/1/1",
                "1004550/DRIVER/2026-11-19/1"
            })
    void anIncidentThatIsNotThereIsNotFound(String id) {
        refused(
                ErrorReason.ERROR_REASON_INCIDENT_NOT_FOUND,
                () -> driver.incidents.revoke("v1", Incident.Id.of(id), "no", "operator-1"));
    }

    @Test
    void whatAnotherSystemKnowsIsAddedToWhatWeKnow() {
        // Given
        driver.completes(1, 2);
        driver.rate("r1", "1", TestClock.FRIDAY_NIGHT, 5);

        // When
        ImportService.Result result =
                driver.imported(
                        "m1",
                        row("2026-11-20")
                                .setCompletedDrives(7)
                                .setCancelledDrives(1)
                                .setRatingCount(3)
                                .setAverageRating(4.2),
                        row("2026-11-19").setAccidents(1).setFines(2));

        // Then
        assertThat(result.taken()).isEqualTo(2);
        assertThat(driver.now().completedDrives()).isEqualTo(9);
        assertThat(driver.now().cancellationPercent()).hasValue(10);
        assertThat(driver.now().averageRating()).hasValue(4.4);
        assertThat(driver.now().accidents()).isEqualTo(1);
        assertThat(driver.now().fines()).isEqualTo(2);
    }

    @Test
    void aRowReplacesWhatWasImportedForItsDay() {
        // Given
        driver.imported("m1", row("2026-11-20").setCompletedDrives(7));

        // When
        driver.imported("m2", row("2026-11-20").setCompletedDrives(8));
        driver.imported("m1", row("2026-11-20").setCompletedDrives(7));

        // Then
        assertThat(driver.now().completedDrives()).isEqualTo(8);
    }

    @Test
    void aBadRowIsAnsweredByItsPlaceAndKeepsNoOtherBack() {
        // When
        ImportService.Result result =
                driver.imported(
                        "m1",
                        row("2026-11-20").setCompletedDrives(7),
                        row("20/11/2026"),
                        row("2026-01-01"),
                        row("2026-11-20").setDriverId("a/b"),
                        row("2026-11-20").setCompletedDrives(-1),
                        row("2026-11-20").setRatingCount(1),
                        row("2026-11-20").setAverageRating(4),
                        row("2026-11-20").clearProduct(),
                        row("2026-11-19").setFines(1));

        // Then
        assertThat(result.taken()).isEqualTo(2);
        assertThat(result.refused().keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(result.refused().values())
                .extracting(Refusal::offending)
                .containsExactly(
                        "date: 20/11/2026",
                        "date: 2026-01-01",
                        "driver_id: a/b",
                        "completed_drives: -1",
                        "average_rating: 0.0",
                        "average_rating: 4.0",
                        "product: PRODUCT_UNSPECIFIED");
        assertThat(driver.now().completedDrives()).isEqualTo(7);
        assertThat(driver.now().fines()).isEqualTo(1);
    }

    @Test
    void aRowWithTheKeyOfAnotherRowOfItsDayIsRefused() {
        // Given
        driver.imported("m1", row("2026-11-20").setCompletedDrives(7));

        // When
        ImportService.Result result =
                driver.imported("m1", row("2026-11-20").setCompletedDrives(8));

        // Then
        assertThat(result.taken()).isZero();
        assertThat(result.refused().get(0).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED);
    }

    private static boolean succeeds(Runnable request) {
        try {
            request.run();
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
