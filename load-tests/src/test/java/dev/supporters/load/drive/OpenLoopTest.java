package dev.supporters.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class OpenLoopTest {

    @Test
    void callsComeAtTheRateWithinTheTimeInOrder() {
        // When
        List<Duration> arrivals = new OpenLoop(10, Duration.ofMinutes(10), 1).arrivals();

        // Then
        assertThat(arrivals).hasSizeBetween(5_700, 6_300).isSorted();
        assertThat(arrivals.getLast()).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void oneSeedMakesTheSameArrivals() {
        assertThat(new OpenLoop(10, Duration.ofSeconds(30), 1).arrivals())
                .isEqualTo(new OpenLoop(10, Duration.ofSeconds(30), 1).arrivals());
    }
}
