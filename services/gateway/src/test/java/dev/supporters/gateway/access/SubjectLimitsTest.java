package dev.supporters.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.TestClock;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;

/** How often a person may ask. */
class SubjectLimitsTest {

    private static final int BURST = 10;
    private static final int PER_SECOND = 2;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-20T12:30:00Z"));
    private final SubjectLimits limits = new SubjectLimits(BURST, PER_SECOND, clock);

    @Test
    void refusesOneTooManyAndTakesAgainWithTime() {
        // Given
        ask(customer("7"), BURST);

        // When and then
        assertThatThrownBy(() -> limits.count(customer("7")))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.reason())
                            .isEqualTo(ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED);
                    assertThat(refusal.expected())
                            .isEqualTo("at most 10 operations at once and 2 a second");
                });
        clock.advance(Duration.ofMillis(500));
        limits.count(customer("7"));
        assertThatThrownBy(() -> limits.count(customer("7"))).isInstanceOf(Refusal.class);
    }

    @Test
    void someThingsAreAskedAFewTimesAMinute() {
        // Given
        SubjectLimits seldom = SubjectLimits.perMinute(2, 4, clock);
        seldom.count(customer("7"));
        seldom.count(customer("7"));

        // When and then
        assertThatThrownBy(() -> seldom.count(customer("7")))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::expected)
                .isEqualTo("at most 2 operations at once and 4 a minute");
        clock.advance(Duration.ofSeconds(15));
        seldom.count(customer("7"));
        assertThatThrownBy(() -> seldom.count(customer("7"))).isInstanceOf(Refusal.class);
    }

    @Test
    void isNeverMoreThanTheBurstHoweverLongNobodyAsked() {
        ask(customer("7"), BURST);
        clock.advance(Duration.ofDays(1));

        ask(customer("7"), BURST);
        assertThatThrownBy(() -> limits.count(customer("7"))).isInstanceOf(Refusal.class);
    }

    @Test
    void aGreedyPersonTakesNothingFromOthers() {
        ask(customer("7"), BURST);

        ask(customer("8"), BURST);
        ask(new Principal("9", Set.of(Role.DRIVER)), BURST);
        ask(new Principal("10", Set.of()), BURST);
    }

    @Test
    void operatorsAndServicesHaveNoLimit() {
        ask(new Principal("op", Set.of(Role.OPERATOR)), 100 * BURST);
        ask(new Principal("s", Set.of(Role.SERVICE)), 100 * BURST);
    }

    @Test
    void whatPeopleDoByHandIsCountedForOperatorsToo() {
        Principal operator = new Principal("op", Set.of(Role.OPERATOR));
        for (int i = 0; i < BURST; i++) {
            limits.countEverybody(operator);
        }

        assertThatThrownBy(() -> limits.countEverybody(operator)).isInstanceOf(Refusal.class);
        limits.count(operator);
    }

    @Test
    void whatOperatorsDoByHandIsForNobodyElse() {
        Principal operator = new Principal("op", Set.of(Role.OPERATOR));
        for (int i = 0; i < BURST; i++) {
            assertThat(limits.countOperator(operator)).isEqualTo(operator);
        }

        assertThatThrownBy(() -> limits.countOperator(operator))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::reason)
                .isEqualTo(ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED);
        assertThatThrownBy(() -> limits.countOperator(customer("7")))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::reason)
                .isEqualTo(ErrorReason.ERROR_REASON_PERMISSION_DENIED);
    }

    @Test
    void aClockThatGoesBackLocksNobodyOut() {
        ask(customer("7"), BURST);
        clock.advance(Duration.ofHours(-1));
        clock.advance(Duration.ofHours(1).plusSeconds(1));

        ask(customer("7"), PER_SECOND);
    }

    private void ask(Principal principal, int times) {
        IntStream.range(0, times).forEach(ignored -> limits.count(principal));
    }

    private static Principal customer(String id) {
        return new Principal(id, Set.of(Role.CUSTOMER));
    }
}
