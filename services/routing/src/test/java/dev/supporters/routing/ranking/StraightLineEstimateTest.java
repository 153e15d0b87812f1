package dev.supporters.routing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.geo.Position;
import dev.supporters.routing.supporter.FreeSupporter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class StraightLineEstimateTest {

    /** The same table stands in mlgateway's TravelWithoutCarTest. */
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
        assertThat(StraightLineEstimate.seconds(meters, false)).isCloseTo(before, within(.001));
        assertThat(StraightLineEstimate.seconds(meters, true)).isCloseTo(after, within(.001));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60, 240, 600, 1200, 1800, 3600})
    void reachesAsFarAsTheTimeIsEnough(long seconds) {
        for (boolean afterMidnight : new boolean[] {false, true}) {
            double reach =
                    StraightLineEstimate.reachMeters(Duration.ofSeconds(seconds), afterMidnight);

            assertThat(StraightLineEstimate.seconds(reach, afterMidnight))
                    .isCloseTo(seconds, within(.001));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, false", // 21:00 in Seoul
        "2026-11-20T14:59:59Z, false",
        "2026-11-20T15:00:00Z, true",
        "2026-11-20T20:59:59Z, true",
        "2026-11-20T21:00:00Z, false"
    })
    void fewLinesRunFromMidnightToSixOfTheRegionsTime(Instant now, boolean afterMidnight) {
        assertThat(StraightLineEstimate.afterMidnight(now, ZoneId.of("Asia/Seoul")))
                .isEqualTo(afterMidnight);
    }

    @Test
    void ranksWhoIsThereFirstFirstAndEquallyNearOnesByTheirIds() {
        // Given
        var candidates =
                List.of(north("far", .03), north("b", .01), north("a", .01), north("near", .001));

        // When
        List<Ranked> ranked = StraightLineEstimate.rank(candidates, RoutingFixtures.ORIGIN, false);

        // Then
        assertThat(ranked).extracting(Ranked::driverId).containsExactly("near", "a", "b", "far");
        assertThat(ranked).extracting(Ranked::etaSeconds).containsExactly(105, 581, 581, 1381);
    }

    private static FreeSupporter north(String driverId, double degrees) {
        Position position =
                new Position(RoutingFixtures.ORIGIN.lat() + degrees, RoutingFixtures.ORIGIN.lng());
        return new FreeSupporter(
                driverId,
                position,
                RoutingFixtures.CELLS.cell(position),
                Product.PRODUCT_DRIVER,
                "seoul",
                RoutingFixtures.WINDOW_END);
    }
}
