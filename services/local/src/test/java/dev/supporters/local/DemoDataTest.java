package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.testkit.SourceTree;

import io.grpc.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

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

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {
                "UNAVAILABLE",
                "DEADLINE_EXCEEDED",
                "RESOURCE_EXHAUSTED",
                "ABORTED",
                "NOT_FOUND",
                "FAILED_PRECONDITION"
            })
    void whatMayPassIsTriedAgain(Status.Code code) {
        assertThat(DemoData.passing(code.toStatus().asRuntimeException())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            mode = Mode.EXCLUDE,
            names = {
                "UNAVAILABLE",
                "DEADLINE_EXCEEDED",
                "RESOURCE_EXHAUSTED",
                "ABORTED",
                "NOT_FOUND",
                "FAILED_PRECONDITION"
            })
    void whatIsWrongInTheRequestIsToldAtOnce(Status.Code code) {
        assertThat(DemoData.passing(code.toStatus().asRuntimeException())).isFalse();
    }
}
