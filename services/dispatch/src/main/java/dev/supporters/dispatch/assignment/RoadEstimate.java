package dev.supporters.dispatch.assignment;

import dev.supporters.contract.Position;
import dev.supporters.contract.TravelWithoutCar;

import java.util.List;

/** How long the road between places is, from the straight lines between them. */
public final class RoadEstimate {

    private RoadEstimate() {}

    /** Whole metres along the places in their order. */
    public static int meters(List<Position> places) {
        double straight = 0;
        for (int i = 1; i < places.size(); i++) {
            straight += places.get(i - 1).metersTo(places.get(i));
        }
        return (int) Math.ceil(straight * TravelWithoutCar.STANDARD.roadFactor());
    }
}
