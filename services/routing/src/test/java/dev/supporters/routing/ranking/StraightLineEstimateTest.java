package dev.supporters.routing.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.ranking.Ranking.RankedSupporter;
import dev.supporters.routing.supporter.FreeSupporter;

import org.junit.jupiter.api.Test;

import java.util.List;

class StraightLineEstimateTest {

    @Test
    void ranksWhoIsThereFirstFirstAndEquallyNearOnesByTheirIds() {
        // Given
        var candidates =
                List.of(north("far", .03), north("b", .01), north("a", .01), north("near", .001));

        // When
        List<RankedSupporter> ranked =
                StraightLineEstimate.rank(candidates, RoutingFixtures.ORIGIN, false);

        // Then
        assertThat(ranked)
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("near", "a", "b", "far");
        assertThat(ranked)
                .extracting(RankedSupporter::etaSeconds)
                .containsExactly(105, 581, 581, 1381);
    }

    private static FreeSupporter north(String driverId, double degrees) {
        Position position =
                new Position(RoutingFixtures.ORIGIN.lat() + degrees, RoutingFixtures.ORIGIN.lng());
        return new FreeSupporter(
                new DriverId(driverId),
                position,
                RoutingFixtures.CELLS.cell(position),
                Product.PRODUCT_DRIVER,
                "seoul",
                RoutingFixtures.WINDOW_END);
    }
}
