package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    private static final Position SEOUL = new Position(37.5665, 126.9780);
    private static final Position BUSAN = new Position(35.1796, 129.0756);

    @Test
    void measuresAlongTheGreatCircle() {
        assertThat(SEOUL.metersTo(BUSAN)).isCloseTo(325_100, within(200.0));
        assertThat(SEOUL.metersTo(BUSAN)).isEqualTo(BUSAN.metersTo(SEOUL));
        assertThat(SEOUL.metersTo(SEOUL)).isZero();
    }

    @Test
    void aDegreeOfLatitudeIsOneOverThreeHundredSixtyOfTheCircumference() {
        double degree = 2 * Math.PI * Position.EARTH_RADIUS_METERS / 360;

        assertThat(new Position(0, 0).metersTo(new Position(1, 0))).isCloseTo(degree, within(.001));
    }

    @Test
    void measuresAcrossTheDateLineAndToTheOtherSideOfTheEarth() {
        assertThat(new Position(0, 179.5).metersTo(new Position(0, -179.5)))
                .isCloseTo(111_195, within(1.0));
        assertThat(new Position(0, 0).metersTo(new Position(0, 180)))
                .isCloseTo(Math.PI * Position.EARTH_RADIUS_METERS, within(.01));
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, Infinity"})
    void aPositionIsOnTheEarth(double lat, double lng) {
        assertThatThrownBy(() -> new Position(lat, lng)).isInstanceOf(Refusal.class);
    }

    @Test
    void whereSomebodyIsGetsIntoNoLog() {
        assertThat(SEOUL).hasToString("Position[…]");
        assertThat(new Place("37.5", "127.0", "Home", "1, Some street")).hasToString("Place[…]");
    }

    @Test
    void aPlaceKeepsItsDecimalsOnTheWire() {
        Place place = new Place("37.39433886412452", "127.1105739023173", "판교역 신분당선 3번출구", "");

        assertThat(Place.of(place.toProto())).isEqualTo(place);
        assertThat(place.position()).contains(new Position(37.39433886412452, 127.1105739023173));
    }

    @Test
    void noPlaceWasGiven() {
        assertThat(Place.NONE.given()).isFalse();
        assertThat(Place.NONE.position()).isEmpty();
    }

    @Test
    void theEdgesOfARegionBelongToIt() {
        RegionBounds region = new RegionBounds(37, 126, 38, 128);

        assertThat(region.contains(new Position(37, 126))).isTrue();
        assertThat(region.contains(new Position(38, 128))).isTrue();
        assertThat(region.contains(new Position(38.0001, 127))).isFalse();
        assertThat(region.contains(new Position(37.5, 125.9999))).isFalse();
        assertThat(RegionBounds.of(region.toProto())).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({"38, 126, 37, 128", "37, 128, 38, 126", "37, 126, 37, 128", "-91, 0, 1, 1"})
    void aRegionHasAnArea(double south, double west, double north, double east) {
        assertThatThrownBy(() -> new RegionBounds(south, west, north, east))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aRegionFarInTheNorthIsSmallerThanOneOfAsManyDegreesAtTheEquator() {
        assertThat(new RegionBounds(60, 0, 61, 1).relativeArea())
                .isCloseTo(new RegionBounds(0, 0, 1, 1).relativeArea() * .49, within(.0005));
    }

    @Test
    void moneyKeepsItsAmountAndCurrencyOnTheWire() {
        Money fare = new Money(18_000, "KRW");

        assertThat(Money.of(fare.toProto())).isEqualTo(fare);
    }
}
