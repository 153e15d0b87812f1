package dev.supporters.policy.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Every policy has an "effective from"; a business date keeps the version that it began with (rule 2). */
class PlannedPoliciesTest extends PolicyServiceFixture {

    @Test
    void tellsWhatIsInForceUntilAVersionThatIsForLater() {
        // Given
        put("r1", 10, 0);
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

        // When
        PolicyRevision planned = put("r2", 20, Optional.of(tomorrow));

        // Then
        assertThat(planned.effectiveTime()).contains(tomorrow);
        PolicyPut told = told(1);
        assertThat(told.getPolicy().getEffectiveTime()).isEqualTo(Timestamps.of(tomorrow));
        assertThat(told.getEarlierList())
                .singleElement()
                .satisfies(earlier -> {
                    assertThat(earlier.getPolicy()).isEqualTo(told(0).getPolicy());
                    assertThat(earlier.getEndTime()).isEqualTo(Timestamps.of(tomorrow));
                });
    }

    @Test
    void tellsTheVersionWithWhichARunningBusinessDateBeganHoweverManyCameSince() {
        // Given: before the window opens
        clock.set(TestClock.FRIDAY_NIGHT.minus(Duration.ofHours(2)));
        put("r0", 10, PolicyUpdate.ANY_VERSION);
        clock.set(TestClock.FRIDAY_NIGHT);

        // When
        for (int i = 1; i <= 60; i++) {
            clock.advance(Duration.ofSeconds(30));
            put("r" + i, i, PolicyUpdate.ANY_VERSION);
        }

        // Then
        assertThat(told(60).getEarlierList())
                .extracting(earlier -> earlier.getPolicy().getVersion())
                .containsExactly(1L);
    }

    @Test
    void tellsNothingOfVersionsThatAreOverSinceDays() {
        // Given
        put("r1", 10, 0);
        clock.advance(Duration.ofDays(1));
        put("r2", 20, 1);
        clock.advance(Duration.ofDays(5));

        // When
        put("r3", 30, 2);

        // Then: of the second, which a running business date may have begun with
        assertThat(told(2).getEarlierList())
                .extracting(earlier -> earlier.getPolicy().getVersion())
                .containsExactly(2L);
    }

    @Test
    void refusesAVersionThatWouldBeInForceBeforeItIsPutOrYearsLater() {
        assertThatThrownBy(() -> put("r1", 10, Optional.of(clock.instant().minusMillis(1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("effective_time");
        assertThatThrownBy(() ->
                        put("r1", 10, Optional.of(clock.instant().plus(Duration.ofDays(367)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("effective_time");
        assertThat(put("r1", 10, Optional.of(clock.instant())).version()).isEqualTo(1);
    }

    @Test
    void refusesMoreThanTenVersionsThatWait() {
        // Given
        for (int i = 1; i <= 10; i++) {
            put("r" + i, i, Optional.of(clock.instant().plus(Duration.ofDays(i))));
        }

        // When and then
        assertThatThrownBy(() ->
                        put("r11", 11, Optional.of(clock.instant().plus(Duration.ofDays(11)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at most 10");
        assertThat(put("r12", 12, Optional.empty()).version()).isEqualTo(11);
    }
}
