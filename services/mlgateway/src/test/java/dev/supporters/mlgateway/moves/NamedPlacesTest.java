package dev.supporters.mlgateway.moves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

class NamedPlacesTest {

    private static final Position STATION = new Position(37.5, 127);

    private final NamedPlaces places = new NamedPlaces();

    @Test
    void aNameCountsOnceThreeCallsHadIt() {
        // When
        told("1", STATION, "Station");
        told("2", STATION, "Station");
        told("2", STATION, "Station");
        String early = places.nearest(STATION);
        told("3", STATION, "Station");

        // Then
        assertThat(early).isEmpty();
        assertThat(places.nearest(STATION)).isEqualTo("Station");
    }

    @Test
    void theNearestNameWinsAndNoneIsFar() {
        // Given
        Position exit = new Position(37.502, 127);
        for (String call : new String[] {"1", "2", "3"}) {
            told(call, STATION, "Station");
            told(call, exit, "Exit 3");
        }

        // When and then
        assertThat(places.nearest(new Position(37.5018, 127))).isEqualTo("Exit 3");
        assertThat(places.nearest(new Position(37.51, 127))).isEmpty();
    }

    @Test
    void aPlaceWithoutANameHasNone() {
        // When
        told("1", STATION, "");
        told("2", STATION, " ");

        // Then
        assertThat(places.nearest(STATION)).isEmpty();
    }

    private void told(String call, Position position, String poi) {
        places.told(new CallId(call), position, poi);
    }
}
