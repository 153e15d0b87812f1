package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.policy.v1.Policy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class DriverTagRuleTest {

    private static final DriverTagRule VIPS_TO_SENIORS = new DriverTagRule("vip", "senior", false);
    private static final DriverTagRule NOBODY_BLOCKED =
            new DriverTagRule("", "blocked:supporters", true);

    @Test
    void aCallWithTheTagGoesOnlyToDriversWithTheirs() {
        assertThat(VIPS_TO_SENIORS.admits(List.of("vip"), List.of("senior", "calm"))).isTrue();
        assertThat(VIPS_TO_SENIORS.admits(List.of("vip"), List.of("calm"))).isFalse();
        assertThat(VIPS_TO_SENIORS.admits(List.of("far"), List.of("calm"))).isTrue();
    }

    @Test
    void aTagThatIsForbiddenKeepsAllCallsAwayIfTheRuleNamesNone() {
        assertThat(NOBODY_BLOCKED.admits(List.of(), List.of("blocked:supporters"))).isFalse();
        assertThat(NOBODY_BLOCKED.admits(List.of("vip"), List.of("senior"))).isTrue();
    }

    @Test
    void eachRuleOfAPolicyMustAdmit() {
        AssignmentPolicy policy = policy(List.of(VIPS_TO_SENIORS, NOBODY_BLOCKED));
        assertThat(policy.admits(List.of("vip"), List.of("senior"))).isTrue();
        assertThat(policy.admits(List.of("vip"), List.of("senior", "blocked:supporters")))
                .isFalse();
        assertThat(AssignmentPolicy.OFF.admits(List.of("vip"), List.of("blocked:supporters")))
                .isTrue();
    }

    @Test
    void isTheSameAfterAMessage() {
        AssignmentPolicy policy = policy(List.of(VIPS_TO_SENIORS, NOBODY_BLOCKED));
        assertThat(AssignmentPolicy.of(Policy.newBuilder().setAssignment(policy.toProto()).build()))
                .isEqualTo(policy);
    }

    @Test
    void refusesMoreThanTwentyRules() {
        assertThatThrownBy(() -> policy(Collections.nCopies(21, VIPS_TO_SENIORS)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.offending())
                                    .isEqualTo("assignment.driver_tags: 21 rules");
                            assertThat(refusal.expected()).isEqualTo("at most 20 rules");
                        });
    }

    private static AssignmentPolicy policy(List<DriverTagRule> rules) {
        return new AssignmentPolicy(
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                false,
                Duration.ZERO,
                Optional.empty(),
                rules);
    }
}
