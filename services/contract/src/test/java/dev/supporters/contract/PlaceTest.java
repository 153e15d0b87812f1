package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void aPlaceWithoutCoordinatesIsNowhere() {
        assertThat(new Place("", "", "판교역", "").position()).isEmpty();
    }

    @Test
    void aPlaceIsWhereItsCoordinatesSay() {
        assertThat(new Place("37.394", "127.111", "", "").position())
                .contains(new Position(37.394, 127.111));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$where", "x", "NaN", "91", "1e300", "１２.５x"})
    void coordinatesThatAreNoneAreRefusedByTheirField(String lat) {
        assertThatThrownBy(() -> new Place(lat, "127.111", "", "").position())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lat");
    }
}
