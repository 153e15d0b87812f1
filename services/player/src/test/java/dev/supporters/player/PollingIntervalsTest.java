package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.simulation.PlannedPause;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class PollingIntervalsTest {

    @Test
    void isThatOfRealAppsInRealTime() {
        PollingIntervals pace = new PollingIntervals(1, 300, 200);
        assertThat(pace.reports()).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.offers()).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.unreachableAfter()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void asksNoMoreOfTheMachineInAFastNight() {
        // When
        PollingIntervals pace = new PollingIntervals(120, 300, 200);
        // Then: 10 reports and 40 looks at offers a second
        assertThat(pace.reports()).isEqualTo(Duration.ofMinutes(60));
        assertThat(pace.offers()).isEqualTo(Duration.ofSeconds(600));
        assertThat(pace.unreachableAfter()).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void asksForNothingThatAPolicyForbidsAtTheHighestRateWithTheMostPeople() {
        assertThat(new PollingIntervals(600, 2_000, 2_000).unreachableAfter())
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void stretchesLossesOfTheNetworkThatNobodyWouldNotice() {
        PlannedPause loss = new PlannedPause(Instant.EPOCH, Duration.ofMinutes(2));
        assertThat(new PollingIntervals(120, 300, 0).stretched(loss).length())
                .isEqualTo(Duration.ofMinutes(120));
        assertThat(new PollingIntervals(1, 300, 0).stretched(loss)).isEqualTo(loss);
    }
}
