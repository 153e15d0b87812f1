package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class TravelWithoutCarTest {

    private static final TravelWithoutCar TRAVEL = TravelWithoutCar.STANDARD;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "100, 93.6, 93.6",
        "250, 234, 234",
        "400, 324, 350.182",
        "1000, 540, 605.455",
        "2000, 900, 1030.909",
        "3000, 1260, 1456.364",
        "5000, 1783.636, 2280",
        "8000, 2421.818, 3216"
    })
    void takesTheFastestOfWalkingNearLinesAndFarLines(double meters, double before, double after) {
        assertThat(TRAVEL.seconds(meters, false)).isCloseTo(before, within(.001));
        assertThat(TRAVEL.seconds(meters, true)).isCloseTo(after, within(.001));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60, 240, 600, 1200, 1800, 3600})
    void reachesAsFarAsTheTimeIsEnough(long seconds) {
        for (boolean afterMidnight : new boolean[] {false, true}) {
            double reach = TRAVEL.reachMeters(Duration.ofSeconds(seconds), afterMidnight);

            assertThat(TRAVEL.seconds(reach, afterMidnight)).isCloseTo(seconds, within(.001));
        }
    }
}
