package dev.supporters.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void keepsItsDigits() {
        assertThat(Place.parse("37.50,-126.9780")).contains(new Place("37.50", "-126.9780"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "37.5", "37.5,", "37.5;126.9", "91,0", "0,181", "1,2,3", "a,b"})
    void isNone(String text) {
        assertThat(Place.parse(text)).isEmpty();
    }

    @Test
    void knowsHowFarAnotherIs() {
        Place cityHall = new Place("37.5665", "126.9780");
        Place gangnam = new Place("37.5172", "127.0473");

        assertThat(cityHall.metersTo(gangnam)).isBetween(8_200, 8_250);
    }
}
