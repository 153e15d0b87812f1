package dev.supporters.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class StraightLineEstimateTest {

    private static final Position ORIGIN = new Position(37.4979, 127.0276);

    @Test
    void ranksWhoIsThereFirstFirstAndEquallyNearOnesByTheirIds() {
        // Given
        var candidates =
                List.of(north("far", .03), north("b", .01), north("a", .01), north("near", .001));

        // When
        List<RankedSupporter> ranked = StraightLineEstimate.rank(candidates, ORIGIN, false);

        // Then
        assertThat(ranked)
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("near", "a", "b", "far");
        assertThat(ranked)
                .extracting(RankedSupporter::etaSeconds)
                .containsExactly(105, 581, 581, 1381);
    }

    private static FreeSupporter north(String driverId, double degrees) {
        Position position = new Position(ORIGIN.lat() + degrees, ORIGIN.lng());
        return new FreeSupporter(
                new DriverId(driverId),
                position,
                0,
                Product.PRODUCT_DRIVER,
                "seoul",
                Instant.parse("2026-11-20T16:00:00Z"));
    }
}
