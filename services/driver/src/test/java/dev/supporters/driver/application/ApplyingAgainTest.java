package dev.supporters.driver.application;

import static dev.supporters.driver.Refused.refused;
import static dev.supporters.driver.application.Application.Action.GIVEN;
import static dev.supporters.driver.application.Application.Action.LEFT;
import static dev.supporters.driver.application.Application.Action.REMOVED;
import static dev.supporters.driver.statistics.CountedDriver.DRIVER;
import static dev.supporters.driver.statistics.CountedDriver.PRODUCT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.driver.application.Review.ReviewDecision;
import dev.supporters.driver.profile.Profile.Membership;
import dev.supporters.driver.profile.ProfileOrder;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.driver.v1.ActivityMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** How a member leaves the supporters group, and when somebody may apply again. */
class ApplyingAgainTest {

    private static final Application.Id FIRST = new Application.Id(DRIVER, 1);
    private static final Membership MEMBER =
            new Membership(PRODUCT, "seoul", ActivityMode.ACTIVITY_MODE_ON);

    private final JoiningDriver driver = new JoiningDriver();

    @Test
    void afterARejectionOneMustWait() {
        // Given
        driver.apply("a1");
        driver.review("v1", 1, ReviewDecision.REJECT);
        driver.clock.advance(Duration.ofDays(28).minusMillis(1));
        driver.counted.completes(41, 80);

        // When and then
        refused(
                ErrorReason.ERROR_REASON_REAPPLY_TOO_EARLY,
                "now: 2026-12-18T12:29:59.999Z",
                "from 2026-12-18T12:30:00Z on",
                () -> driver.apply("a2"));
        driver.clock.advance(Duration.ofMillis(1));
        assertThat(driver.apply("a2").application().number()).isEqualTo(2);
    }

    @Test
    void whoeverTookTheApplicationBackMayApplyAtOnce() {
        driver.apply("a1");
        driver.applications.withdraw("w1", FIRST, DRIVER);

        assertThat(driver.apply("a2").application().number()).isEqualTo(2);
    }

    @Test
    void aMemberLeavesAndMustWaitBeforeApplyingAgain() {
        // Given
        driver.apply("a1");
        driver.review("v1", 1, ReviewDecision.APPROVE);
        refused(ErrorReason.ERROR_REASON_ALREADY_A_MEMBER, () -> driver.apply("a2"));

        // When
        driver.leave("l1");

        // Then
        assertThat(driver.leave("l1").memberships()).isEmpty();
        assertThat(driver.applications.get(FIRST).application().state()).isEqualTo(State.ENDED);
        assertThat(driver.applications.get(FIRST).application().last().action()).isEqualTo(LEFT);
        assertThat(driver.told().getLast().getPut().getDriver().getMembershipsList()).isEmpty();
        refused(ErrorReason.ERROR_REASON_REAPPLY_TOO_EARLY, () -> driver.apply("a2"));
        refused(ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> driver.leave("l2"));
    }

    @Test
    void theLeavingOfAMemberWhoNeverAppliedIsKept() {
        // Given
        driver.profiles.put(
                new ProfileOrder("p2", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        // When
        driver.leave("l1");

        // Then
        assertThat(driver.applications.of(DRIVER).applications())
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.application().region()).isEqualTo("seoul");
                    assertThat(shown.application().steps())
                            .extracting(Step::action)
                            .containsExactly(GIVEN, LEFT);
                });
    }

    @Test
    void anOperatorsRemovalIsKept() {
        // Given
        driver.apply("a1");
        driver.review("v1", 1, ReviewDecision.APPROVE);

        // When
        driver.profiles.put(
                new ProfileOrder("p2", DRIVER, "Kim", List.of(), "operator-1", "moved away"));

        // Then
        Step removed = driver.applications.get(FIRST).application().last();
        assertThat(removed.action()).isEqualTo(REMOVED);
        assertThat(removed.actor()).isEqualTo("operator-1");
        assertThat(removed.text()).isEqualTo("moved away");
    }

    @Test
    void whoeverAnOperatorHasRemovedMustWaitBeforeApplyingAgain() {
        // Given
        driver.profiles.put(
                new ProfileOrder("p2", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));
        driver.profiles.put(new ProfileOrder("p3", DRIVER, "Kim", List.of(), "operator-1", ""));
        driver.clock.advance(Duration.ofDays(28).minusMillis(1));
        driver.counted.completes(41, 80);

        // When and then
        refused(ErrorReason.ERROR_REASON_REAPPLY_TOO_EARLY, () -> driver.apply("a1"));
        driver.clock.advance(Duration.ofMillis(1));
        assertThat(driver.apply("a1").application().number()).isEqualTo(2);
    }

    @Test
    void anOperatorWhoMakesTheDriverAMemberHasDecidedTheOpenApplication() {
        // Given
        driver.apply("a1");
        Membership off = new Membership(PRODUCT, "busan", ActivityMode.ACTIVITY_MODE_OFF);

        // When
        driver.profiles.put(
                new ProfileOrder("p2", DRIVER, "Kim", List.of(off), "operator-1", "known to us"));

        // Then
        Application decided = driver.applications.get(FIRST).application();
        assertThat(decided.state()).isEqualTo(State.APPROVED);
        assertThat(decided.last().actor()).isEqualTo("operator-1");
        assertThat(decided.last().text()).isEqualTo("known to us");
        refused(
                ErrorReason.ERROR_REASON_APPLICATION_CLOSED,
                () -> driver.review("v1", 1, ReviewDecision.APPROVE));
        assertThat(driver.profile().memberships()).containsExactly(off);
    }

    @Test
    void whoeverAppliesForEverIsRefusedInTheEnd() {
        for (int i = 1; i <= ApplicationService.MOST; i++) {
            driver.apply("a" + i);
            driver.applications.withdraw("w" + i, new Application.Id(DRIVER, i), DRIVER);
        }

        refused(ErrorReason.ERROR_REASON_TOO_MANY_APPLICATIONS, () -> driver.apply("once more"));
    }
}
