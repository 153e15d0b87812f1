package dev.supporters.gateway.adapter.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.CallLocationInput;
import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    @Test
    void coordinatesAreKeptDigitByDigit() {
        // When
        var place =
                Bounds.place(
                        new CallLocationInput("37.39433886412452", "127.1105739023173", null, null),
                        "origin");

        // Then
        assertThat(place.getLat()).isEqualTo("37.39433886412452");
        assertThat(place.getLng()).isEqualTo("127.1105739023173");
        assertThat(place.getPoi()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "90.1", "1e1", "NaN", "+1", " 1", "1.", "0.123456789012345678901"})
    void aLatitudeThatIsNoDecimalWithinBoundsIsRefused(String lat) {
        assertThatThrownBy(() -> Bounds.place(new CallLocationInput(lat, "127", "", ""), "origin"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.offending()).startsWith("origin.lat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1234567890123456789", "1.0"})
    void aCallIdIsDecimalDigitsOnly(String callId) {
        assertThatThrownBy(() -> Bounds.callId(callId)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "krw", "KR", "WONS"})
    void aCurrencyIsThreeCapitalLetters(String currency) {
        assertThatThrownBy(() -> Bounds.money(1, currency)).isInstanceOf(Refusal.class);
    }

    @Test
    void aPositionThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Bounds.point(Double.NaN, 0, "location"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
        assertThat(Distance.meters(37, 127, 38, 127)).isCloseTo(111_195, within(10.0));
    }
}
