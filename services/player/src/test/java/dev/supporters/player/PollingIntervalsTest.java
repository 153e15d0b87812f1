package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.simulation.Pause;

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
    void stretchesLossesOfTheNetworkThatNobodyWouldNotice() {
        Pause loss = new Pause(Instant.EPOCH, Duration.ofMinutes(2));
        assertThat(new PollingIntervals(120, 300, 0).stretched(loss).length())
                .isEqualTo(Duration.ofMinutes(120));
        assertThat(new PollingIntervals(1, 300, 0).stretched(loss)).isEqualTo(loss);
    }
}
