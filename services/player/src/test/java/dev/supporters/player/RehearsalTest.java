package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RehearsalTest {

    private final Rehearsal.RehearsedCalls rehearsed =
            new Rehearsal.RehearsedCalls(System.nanoTime() + Duration.ofHours(1).toNanos());

    @Test
    void isNotEnoughAfterFewQuickCalls() {
        end(19, Duration.ofMillis(100));
        assertThat(rehearsed.enough()).isFalse();
    }

    @Test
    void isEnoughWhenMostOfTheNewestCallsWereQuick() {
        // Given
        end(30, Duration.ofSeconds(3));
        assertThat(rehearsed.enough()).isFalse();

        // When
        end(11, Duration.ofMillis(699));

        // Then
        assertThat(rehearsed.enough()).isTrue();
    }

    @Test
    void keepsEachCallOnce() {
        rehearsed.requested("1");
        rehearsed.requested("1");
        rehearsed.requested("2");
        assertThat(rehearsed.calls()).containsExactlyInAnyOrder("1", "2");
    }

    private void end(int calls, Duration length) {
        for (int i = 0; i < calls; i++) {
            rehearsed.ended(length, true);
        }
    }
}
