package dev.supporters.dispatch.assignment;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.Position;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;

import java.util.List;

/**
 * Who is there first without a car, estimated from the straight line. It is what {@code nearest@1} of mlgateway estimates, for when
 * that one fails.
 */
public final class StraightLineEstimate {

    public static final String MODEL = "nearest@1-local";

    private StraightLineEstimate() {}

    public static List<RankedSupporter> rank(
            List<FreeSupporter> candidates, Position origin, boolean afterMidnight) {
        return candidates.stream()
                .map(candidate -> {
                    double seconds =
                            TravelWithoutCar.STANDARD.seconds(
                                    candidate.position().metersTo(origin), afterMidnight);
                    return new RankedSupporter(candidate, (int) Math.ceil(seconds), -seconds);
                })
                .sorted(
                        comparingDouble(RankedSupporter::score)
                                .reversed()
                                .thenComparing(comparing(RankedSupporter::driverId)))
                .toList();
    }
}
