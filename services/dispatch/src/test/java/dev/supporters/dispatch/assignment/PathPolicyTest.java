package dev.supporters.dispatch.assignment;

import static dev.supporters.dispatch.assignment.AssignmentSamples.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class PathPolicyTest {

    @Test
    void withoutAFirstPickupTheLongestOneAppliesFromTheBeginning() {
        assertThat(AssignmentSamples.plain().pickupCap(NOW, NOW)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theCapGrowsWithTheCallsAge() {
        // Given
        PathPolicy policy = AssignmentSamples.growing(14, 90);

        // Then
        assertThat(policy.pickupCap(NOW, NOW)).isEqualTo(Duration.ofMinutes(14));
        assertThat(policy.pickupCap(NOW, NOW.plusSeconds(45))).isEqualTo(Duration.ofMinutes(17));
        assertThat(policy.pickupCap(NOW, NOW.plusSeconds(90))).isEqualTo(Duration.ofMinutes(20));
        assertThat(policy.pickupCap(NOW, NOW.plusSeconds(900))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void inTheLastTenMinutesOfTheWindowTheLongestPickupAppliesAtOnce() {
        // Given
        PathPolicy policy = AssignmentSamples.growing(14, 90);
        Instant late = AssignmentSamples.WINDOW_END.minusSeconds(600);

        // Then
        assertThat(policy.pickupCap(late, late)).isEqualTo(Duration.ofMinutes(20));
        assertThat(policy.pickupCap(late.minusSeconds(1), late.minusSeconds(1)))
                .isEqualTo(Duration.ofMinutes(14));
    }

    @Test
    void aGrowthOfZeroIsAtOnce() {
        assertThat(AssignmentSamples.growing(14, 0).pickupCap(NOW, NOW))
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void aCallThatIsRequestedInTheFutureIsANewOne() {
        assertThat(AssignmentSamples.growing(14, 90).pickupCap(NOW.plusSeconds(60), NOW))
                .isEqualTo(Duration.ofMinutes(14));
    }
}
