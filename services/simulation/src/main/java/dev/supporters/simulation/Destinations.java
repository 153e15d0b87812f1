package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.util.List;
import java.util.SplittableRandom;

/** Draws where customers want to go: to where people live, the less often the further it is. */
record Destinations(List<Cluster> homes, NightParameters parameters) {

    private static final int MOST_REDRAWS = 30;

    Position draw(SplittableRandom random, Position origin) {
        Position drawn = origin;
        for (int i = 0;
                i < MOST_REDRAWS
                        && CityGeometry.km(origin, drawn) < parameters.destinationLeastKm();
                i++) {
            drawn =
                    RandomVariates.of(
                            random,
                            RandomVariates.weighted(
                                    random,
                                    homes,
                                    home ->
                                            home.weight()
                                                    * Math.exp(
                                                            -CityGeometry.km(origin, home.center())
                                                                    / parameters
                                                                            .destinationDecayKm())));
        }
        return drawn;
    }
}
