package dev.supporters.mlgateway.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravelWithoutCarTest {

    /** The same table stands in routing's StraightLineEstimateTest. */
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
        assertThat(TravelWithoutCar.seconds(meters, false)).isCloseTo(before, within(.001));
        assertThat(TravelWithoutCar.seconds(meters, true)).isCloseTo(after, within(.001));
    }
}
