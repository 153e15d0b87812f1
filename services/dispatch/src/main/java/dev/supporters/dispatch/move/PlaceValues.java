package dev.supporters.dispatch.move;

import dev.supporters.dispatch.forecast.DemandForecast;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.forecast.PlacesAround;

import java.util.Arrays;
import java.util.Optional;

/**
 * What one more supporter is worth at each place while a plan is made. Supply changes with each decision; everything is kept in arrays
 * by the index of the place.
 */
final class PlaceValues {

    private final DemandPlaces places;
    private final DemandForecast forecast;
    private final TravelTable travel;
    private final double horizon;
    private final double freeTravel;
    private final double supplyWeight;
    private final double leastDemand;
    private final double leastKmSquared;

    /** By place: whether somebody may be sent there. */
    private final boolean[] targets;

    /** By place: expected calls around it until the horizon. */
    private final double[] demand;

    /** By place: supporters around it. */
    private final double[] supply;

    /** By place: its value for somebody who needs no time to get there; no way makes it higher. 0 where nobody may be sent. */
    private final double[] highest;

    /** Places by falling {@link #highest} when the plan began: good ones first, so that most others need no look. */
    private final int[] order;

    private final PlacesAround around;

    PlaceValues(
            DemandPlaces places,
            DemandForecast forecast,
            DemandReach reach,
            MoveSettings settings,
            TravelTable travel,
            double horizon) {
        this.places = places;
        this.forecast = forecast;
        this.travel = travel;
        this.horizon = horizon;
        freeTravel = settings.freeTravel().toSeconds();
        supplyWeight = settings.supplyWeight();
        leastDemand = settings.leastDemand();
        leastKmSquared = settings.leastKm() * settings.leastKm();
        demand = new double[places.count()];
        supply = new double[places.count()];
        highest = new double[places.count()];
        order = new int[places.count()];
        around = new PlacesAround(places.count());
        targets = new boolean[places.count()];
        for (int place = 0; place < targets.length; place++) {
            targets[place] = reach.includes(places.cell(place));
        }
    }

    /** Counts a supporter where the supporter is, or is next free. */
    void count(MoveTick.SupporterAtWork supporter) {
        places.around(
                places.east(supporter.position()), places.north(supporter.position()), around);
        for (int i = 0; i < around.count(); i++) {
            supply[around.place(i)] += around.weight(i);
        }
    }

    /** Once, when all are counted. */
    void rank() {
        long[] keys = new long[order.length];
        for (int place = 0; place < order.length; place++) {
            demand[place] = forecast.around(place, horizon);
            refresh(place);
            keys[place] = ((long) Float.floatToIntBits((float) highest[place]) << 32) | place;
        }
        // the bits of floats that are not negative rise with them
        Arrays.sort(keys);
        for (int i = 0; i < order.length; i++) {
            order[order.length - 1 - i] = (int) keys[i];
        }
    }

    private void refresh(int place) {
        boolean target = targets[place] && demand[place] >= leastDemand;
        highest[place] = target ? value(demand[place], supply[place]) : 0;
    }

    private double value(double expected, double others) {
        return PoissonTail.atLeast(expected, supplyWeight * others + 1);
    }

    /** The best place for a supporter who is already counted, if it is better than staying; from then on counted there. */
    Optional<MovePlan.Proposal> propose(MoveTick.SupporterAtWork supporter) {
        double east = places.east(supporter.position());
        double north = places.north(supporter.position());
        places.around(east, north, around);
        double[] before = new double[around.count()];
        int nearest = -1;
        double nearness = 0;
        for (int i = 0; i < before.length; i++) {
            int place = around.place(i);
            before[i] = supply[place];
            supply[place] = Math.max(0, supply[place] - around.weight(i));
            refresh(place);
            if (around.weight(i) > nearness) {
                nearness = around.weight(i);
                nearest = place;
            }
        }
        double stay =
                nearest < 0 ? 0 : value(nearness * demand[nearest], nearness * supply[nearest]);
        int best = -1;
        double bestValue = stay;
        double bestSeconds = 0;
        for (int place : order) {
            if (highest[place] <= bestValue) {
                continue;
            }
            double x = places.east(place) - east;
            double y = places.north(place) - north;
            double squared = x * x + y * y;
            if (squared < leastKmSquared) {
                continue;
            }
            double seconds = travel.seconds(Math.sqrt(squared));
            double late = Math.max(0, seconds - freeTravel);
            if (late >= horizon) {
                continue;
            }
            double expected =
                    late == 0 ? demand[place] : demand[place] - forecast.around(place, late);
            if (expected < leastDemand) {
                continue;
            }
            double value = late == 0 ? highest[place] : value(expected, supply[place]);
            if (value > bestValue) {
                best = place;
                bestValue = value;
                bestSeconds = seconds;
            }
        }
        if (best < 0) {
            restore(before);
            return Optional.empty();
        }
        countAt(best);
        return Optional.of(
                new MovePlan.Proposal(
                        supporter.driver(),
                        places.cell(best),
                        places.position(best),
                        bestSeconds,
                        bestValue,
                        stay));
    }

    private void restore(double[] before) {
        for (int i = 0; i < before.length; i++) {
            supply[around.place(i)] = before[i];
            refresh(around.place(i));
        }
    }

    private void countAt(int target) {
        places.around(places.east(target), places.north(target), around);
        for (int i = 0; i < around.count(); i++) {
            supply[around.place(i)] += around.weight(i);
            refresh(around.place(i));
        }
    }
}
