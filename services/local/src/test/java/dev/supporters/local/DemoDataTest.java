package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.testkit.SourceTree;

import org.junit.jupiter.api.Test;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

class DemoDataTest {

    private static final Pattern STATION =
            Pattern.compile("'Pangyo Station', (?<lat>[\\d.]+), (?<lng>[\\d.]+)\\]");

    @Test
    void whoOrdersFromTheStationInTheListOrdersInTheStandsOwnRegion() {
        // Given
        String places =
                SourceTree.read(
                        SourceTree.root()
                                .resolve(
                                        "services/gateway/src/main/resources/web/app/map/named-places.ts"));

        // When
        Matcher station = STATION.matcher(places);

        // Then
        assertThat(station.find()).isTrue();
        assertThat(Double.parseDouble(station.group("lat")))
                .isCloseTo(Double.parseDouble(DemoData.LAT), within(DemoData.HALF_SIDE));
        assertThat(Double.parseDouble(station.group("lng")))
                .isCloseTo(Double.parseDouble(DemoData.LNG), within(DemoData.HALF_SIDE));
    }
}
