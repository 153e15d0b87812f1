package dev.supporters.legacy.offer;

import static dev.supporters.legacy.LegacyFixture.ID;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
import dev.supporters.legacy.LegacyFixture;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.platform.store.Versioned;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class OfferProjectionTest {

    private static final String ANN = "2000001";

    /** Degrees of latitude of 1000 m. */
    private static final double KILOMETER = 1 / 111.195;

    private final LegacyFixture world = new LegacyFixture();

    @Test
    void reachesFartherTheOlderACallIs() {
        // Given
        world.submit(true);
        reportPosition("near", 1.1);
        reportPosition("middle", 2.0);
        reportPosition("far", 2.9);
        reportPosition("away", 3.1);

        // Then
        assertOffered("near");
        world.clock.advance(Duration.ofMillis(19_999));
        assertOffered("near");
        world.clock.advance(Duration.ofMillis(1));
        assertOffered("near", "middle");
        world.clock.advance(Duration.ofSeconds(40));
        assertOffered("near", "middle", "far");
    }

    @Test
    void offersNothingToADriverWhoIsNotAvailableOrUnknown() {
        // Given
        world.submit(true);
        reportPosition(ANN, 0.1);
        assertThat(world.board.offers(ANN)).hasSize(1);

        // When
        world.drivers.report(ANN, new Position(37.4979, 127.0276), false);

        // Then
        assertThat(world.board.offers(ANN)).isEmpty();
        assertThat(world.board.offers("nobody")).isEmpty();
    }

    @Test
    void offersOnlyWhatNobodyHas() {
        // Given
        world.submit(true);
        reportPosition(ANN, 0.1);
        reportPosition("2000002", 0.1);

        // When
        world.dispatch.take(ID, ANN);

        // Then
        assertThat(world.board.offers("2000002")).isEmpty();
        world.dispatch.drop(ID, ANN);
        assertThat(world.board.offers("2000002")).hasSize(1);
    }

    @Test
    void anOlderVersionThatComesLateDoesNotPutACallBack() {
        // Given
        world.submit(true);
        reportPosition(ANN, 0.1);
        Versioned<GeneralCall> offered = world.calls.find(ID).orElseThrow();
        world.dispatch.take(ID, "2000002");

        // When
        world.board.changed(offered);

        // Then
        assertThat(world.board.offers(ANN)).isEmpty();
    }

    @Test
    void showsTheNearestFirst() {
        // Given
        world.submit(true);
        reportPosition(ANN, 0.5);

        // Then
        assertThat(world.board.offers(ANN).getFirst().metersToOrigin())
                .isCloseTo(500, Percentage.withPercentage(1));
    }

    private void reportPosition(String driverId, double kilometersNorth) {
        world.drivers.report(
                driverId, new Position(37.4979 + kilometersNorth * KILOMETER, 127.0276), true);
    }

    private void assertOffered(String... drivers) {
        assertThat(java.util.List.of("near", "middle", "far", "away"))
                .filteredOn(driver -> !world.board.offers(driver).isEmpty())
                .containsExactly(drivers);
    }
}
