package dev.supporters.driver.application;

import static dev.supporters.driver.statistics.CountedDriver.DRIVER;
import static dev.supporters.driver.statistics.CountedDriver.PRODUCT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Review.ReviewDecision;
import dev.supporters.driver.profile.ProfileOrder;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Callable;

/** What several say about an application at the same moment. */
class ApplicationRacesTest {

    private static final Application.Id FIRST = new Application.Id(DRIVER, 1);

    private final JoiningDriver driver = new JoiningDriver();

    @Test
    void ofSeveralReviewsAtOnceTheFirstCounts() {
        // Given
        driver.apply("a1");
        List<Callable<Boolean>> reviews =
                List.of(
                        () -> succeeds(() -> driver.review("v1", 1, ReviewDecision.APPROVE, "o1")),
                        () -> succeeds(() -> driver.review("v2", 1, ReviewDecision.REJECT, "o2")),
                        () -> succeeds(() -> driver.applications.withdraw("w1", FIRST, DRIVER)));

        // When
        List<Boolean> done = Race.run(reviews);

        // Then
        assertThat(done).containsOnlyOnce(true);
        Application ended = driver.applications.get(FIRST).application();
        assertThat(ended.steps()).hasSize(2);
        assertThat(driver.profile().isMember(PRODUCT)).isEqualTo(ended.state() == State.APPROVED);
    }

    @Test
    void ofSeveralApplicationsAtOnceOneIsMade() {
        // When
        List<Boolean> done =
                Race.run(
                        () -> succeeds(() -> driver.apply("a1")),
                        () -> succeeds(() -> driver.apply("a2")));

        // Then
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(driver.profile().applications().all()).hasSize(1);
    }

    @Test
    void anOperatorsPutAtTheSameTimeLosesNoApplication() {
        // Given
        driver.apply("a1");

        // When
        driver.profiles.put(new ProfileOrder("p2", DRIVER, "Kim Min", List.of(), "operator-1", ""));

        // Then
        assertThat(driver.applications.get(FIRST).application().state()).isEqualTo(State.SUBMITTED);
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
