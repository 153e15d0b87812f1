package dev.supporters.driver.application;

import static dev.supporters.driver.Refused.refused;
import static dev.supporters.driver.statistics.CountedDriver.DRIVER;
import static dev.supporters.driver.statistics.CountedDriver.PRODUCT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Review.ReviewDecision;
import dev.supporters.driver.profile.ProfileOrder;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.driver.v1.ApplicationState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Which applications wait, and what becomes of those that nobody answers. */
class WaitingApplicationsTest {

    private static final Application.Id FIRST = new Application.Id(DRIVER, 1);

    private final JoiningDriver driver = new JoiningDriver();

    @Test
    void listsPageByPageTheOneThatWaitsLongestFirst() {
        // Given
        for (String id : List.of("b", "a", "c")) {
            driver.profiles.put(
                    new ProfileOrder(
                            "p-" + id, new DriverId(id), "Kim", List.of(), "operator-1", ""));
            driver.clock.advance(Duration.ofSeconds(id.equals("c") ? 0 : 1));
            driver.counted.imported(
                    "m-" + id,
                    dev.supporters.driver.statistics.CountedDriver.row("2026-11-20")
                            .setDriverId(id)
                            .setCompletedDrives(40));
            driver.applications.apply("a-" + id, new DriverId(id), PRODUCT, "seoul", "");
        }

        // When
        ApplicationService.Page first = driver.applications.waitForReview("", 2);
        ApplicationService.Page second = driver.applications.waitForReview(first.nextToken(), 2);

        // Then
        assertThat(first.applications())
                .extracting(shown -> shown.driverId().value())
                .containsExactly("b", "a");
        assertThat(second.applications())
                .extracting(shown -> shown.driverId().value())
                .containsExactly("c");
        assertThat(second.nextToken()).isEmpty();
        refused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> driver.applications.waitForReview("what", 2));
    }

    @Test
    void operatorsAreToldOfAnApplicationThatNobodyReviews() {
        // Given
        driver.apply("a1");
        driver.clock.advance(Duration.ofDays(3));
        driver.monitor.look();
        assertThat(overdue()).isZero();

        // When
        driver.clock.advance(Duration.ofMillis(1));
        driver.monitor.look();

        // Then
        assertThat(overdue()).isEqualTo(1);
        driver.review("v1", 1, ReviewDecision.REJECT);
        driver.monitor.look();
        assertThat(overdue()).isZero();
    }

    @Test
    void whatTheDriverDoesNotAnswerEndsByItselfAndIsKept() {
        // Given
        driver.apply("a1");
        driver.review("v1", 1, ReviewDecision.ASK);
        driver.clock.advance(Duration.ofDays(14).minusMillis(1));
        driver.monitor.look();
        assertThat(driver.applications.get(FIRST).application().isOpen()).isTrue();

        // When
        driver.clock.advance(Duration.ofMillis(1));
        driver.monitor.look();
        driver.monitor.look();

        // Then
        assertThat(driver.applications.get(FIRST).application().state()).isEqualTo(State.EXPIRED);
        assertThat(driver.applications.get(FIRST).application().steps()).hasSize(3);
        assertThat(driver.told().getLast().getPut().getApplication().getState())
                .isEqualTo(ApplicationState.APPLICATION_STATE_EXPIRED);
        refused(
                ErrorReason.ERROR_REASON_APPLICATION_CLOSED,
                () -> driver.applications.supplement("s1", FIRST, DRIVER, "here it is"));
    }

    private double overdue() {
        return driver.meters.get("supporters_driver_overdue_applications").gauge().value();
    }
}
