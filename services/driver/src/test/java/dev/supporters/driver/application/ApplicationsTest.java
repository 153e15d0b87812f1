package dev.supporters.driver.application;

import static dev.supporters.driver.Refused.refused;
import static dev.supporters.driver.application.Application.Action.APPLIED;
import static dev.supporters.driver.application.Application.Action.APPROVED;
import static dev.supporters.driver.application.Application.Action.ASKED;
import static dev.supporters.driver.application.Application.Action.SUPPLEMENTED;
import static dev.supporters.driver.statistics.CountedDriver.DRIVER;
import static dev.supporters.driver.statistics.CountedDriver.PRODUCT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.driver.application.Review.ReviewDecision;
import dev.supporters.driver.profile.DriverMessages;
import dev.supporters.driver.profile.Profile.Membership;
import dev.supporters.driver.statistics.Incident;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.ApplicationState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** How a driver applies to the supporters group, and what operators decide. */
class ApplicationsTest {

    private static final Application.Id FIRST = new Application.Id(DRIVER, 1);
    private static final Membership MEMBER =
            new Membership(PRODUCT, "seoul", ActivityMode.ACTIVITY_MODE_ON);

    private final JoiningDriver driver = new JoiningDriver();

    @Test
    void anApplicationWaitsForAReviewAndKeepsWhatEligibilityCameTo() {
        // When
        ShownApplication made = driver.apply("a1");

        // Then
        assertThat(made.application().state()).isEqualTo(State.SUBMITTED);
        assertThat(made.application().last().text()).isEqualTo("I know the city");
        assertThat(made.application().last().criteria()).hasSize(5);
        assertThat(driver.profile().memberships()).isEmpty();
        assertThat(driver.applications.get(FIRST)).isEqualTo(made);
        assertThat(driver.applications.waitForReview("", 10).applications()).containsExactly(made);
    }

    @Test
    void theSameRequestAppliesOnceAndAnotherIsRefused() {
        // Given
        ShownApplication made = driver.apply("a1");

        // When and then
        assertThat(driver.apply("a1")).isEqualTo(made);
        refused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> driver.applications.apply("a1", DRIVER, PRODUCT, "busan", "I know the city"));
        refused(ErrorReason.ERROR_REASON_APPLICATION_OPEN, () -> driver.apply("a2"));
        assertThat(driver.profile().applications().all()).hasSize(1);
    }

    @Test
    void anApprovalAndTheMembershipAreOneChange() {
        // Given
        driver.apply("a1");
        int before = driver.told().size();

        // When
        ShownApplication approved = driver.review("v1", 1, ReviewDecision.APPROVE);

        // Then
        assertThat(approved.application().state()).isEqualTo(State.APPROVED);
        assertThat(approved.application().last().actor()).isEqualTo("operator-1");
        assertThat(driver.profile().memberships()).containsExactly(MEMBER);
        assertThat(driver.told()).hasSize(before + 1);
        assertThat(driver.told().getLast().getPut().getDriver())
                .isEqualTo(DriverMessages.driver(driver.profile()));
        assertThat(driver.told().getLast().getPut().getApplication().getState())
                .isEqualTo(ApplicationState.APPLICATION_STATE_APPROVED);
        assertThat(driver.applications.waitForReview("", 10).applications()).isEmpty();
    }

    @Test
    void theTopicDoesNotTellWhatWasSaid() {
        driver.apply("a1");
        driver.review("v1", 1, ReviewDecision.REJECT);

        assertThat(driver.told().toString()).doesNotContain("city").doesNotContain("licence");
    }

    @Test
    void anOperatorAsksForMoreAndTheDriverAnswers() {
        // Given
        driver.apply("a1");
        driver.review("v1", 1, ReviewDecision.ASK);
        assertThat(driver.applications.get(FIRST).application().state())
                .isEqualTo(State.INFORMATION_REQUIRED);
        assertThat(driver.applications.waitForReview("", 10).applications()).isEmpty();
        driver.clock.advance(Duration.ofHours(5));

        // When
        driver.applications.supplement("s1", FIRST, DRIVER, "here it is");
        driver.applications.supplement("s1", FIRST, DRIVER, "here it is");
        driver.review("v2", 1, ReviewDecision.APPROVE);

        // Then
        assertThat(driver.applications.get(FIRST).application().steps())
                .extracting(Step::action)
                .containsExactly(APPLIED, ASKED, SUPPLEMENTED, APPROVED);
    }

    @Test
    void onlyWhatWasAskedIsAnswered() {
        driver.apply("a1");

        refused(
                ErrorReason.ERROR_REASON_APPLICATION_CLOSED,
                () -> driver.applications.supplement("s1", FIRST, DRIVER, "more"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReviewDecision.class,
            names = {"REJECT", "ASK"})
    void aRejectionAndAQuestionNeedAText(ReviewDecision decision) {
        refused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> new Review("v1", FIRST, decision, " ", "operator-1"));
    }

    @ParameterizedTest
    @EnumSource(ReviewDecision.class)
    void aWithdrawnApplicationIsNotReviewed(ReviewDecision decision) {
        // Given
        driver.apply("a1");
        driver.applications.withdraw("w1", FIRST, DRIVER);

        // When and then
        refused(
                ErrorReason.ERROR_REASON_APPLICATION_CLOSED,
                () -> driver.review("v1", 1, decision));
        assertThat(driver.profile().memberships()).isEmpty();
        assertThat(driver.applications.withdraw("w1", FIRST, DRIVER).application().state())
                .isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whoeverIsNotEligibleMayNotApply() {
        // Given
        driver.counted.enter("i1", Incident.Kind.ACCIDENT, "2026-11-20");

        // When and then
        refused(
                ErrorReason.ERROR_REASON_NOT_ELIGIBLE,
                "ACCIDENTS: 1",
                "ACCIDENTS: at most 0",
                () -> driver.apply("a1"));
        assertThat(driver.profile().applications().all()).isEmpty();
    }

    @Test
    void whoeverIsNotEligibleAnyMoreIsNotApproved() {
        // Given
        driver.apply("a1");
        driver.counted.enter("i1", Incident.Kind.ACCIDENT, "2026-11-20");

        // When and then
        refused(
                ErrorReason.ERROR_REASON_NOT_ELIGIBLE,
                () -> driver.review("v1", 1, ReviewDecision.APPROVE));
        assertThat(driver.review("v2", 1, ReviewDecision.REJECT).application().state())
                .isEqualTo(State.REJECTED);
    }

    @Test
    void anApprovalIsAnsweredAsBeforeAlsoWhenTheDriverIsNotEligibleAnyMore() {
        // Given
        driver.apply("a1");
        ShownApplication approved = driver.review("v1", 1, ReviewDecision.APPROVE);
        driver.counted.enter("i1", Incident.Kind.ACCIDENT, "2026-11-20");

        // When and then
        assertThat(driver.review("v1", 1, ReviewDecision.APPROVE)).isEqualTo(approved);
        assertThat(driver.apply("a1").application().number()).isEqualTo(1);
    }

    @Test
    void anUnknownDriverCannotApply() {
        refused(
                ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                () ->
                        driver.applications.apply(
                                "a1", new DriverId("nobody"), PRODUCT, "seoul", ""));
        assertThat(driver.applications.of(new DriverId("nobody")).applications()).isEmpty();
    }

    @Test
    void othersApplicationsAreNotFound() {
        driver.apply("a1");
        DriverId other = new DriverId("other");

        refused(
                ErrorReason.ERROR_REASON_APPLICATION_NOT_FOUND,
                () -> driver.applications.withdraw("w1", FIRST, other));
        refused(
                ErrorReason.ERROR_REASON_APPLICATION_NOT_FOUND,
                () -> driver.applications.supplement("s1", FIRST, other, "more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "/1", "1004550", "1004550/", "1004550/x", "1004550/2", "a/b/1"})
    void anApplicationThatIsNotThereIsNotFound(String id) {
        driver.apply("a1");

        refused(
                ErrorReason.ERROR_REASON_APPLICATION_NOT_FOUND,
                () -> driver.applications.get(Application.Id.of(id)));
    }
}
