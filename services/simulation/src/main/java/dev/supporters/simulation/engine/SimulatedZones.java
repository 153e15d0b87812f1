package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.forecast.ExpectedDemand;
import dev.supporters.dispatch.move.DemandReach;
import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.simulation.CityGeometry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The zones of a simulated night, planned anew each minute from what the service zone plans them from. */
final class SimulatedZones {

    static final double EVERY_SECONDS = 60;

    /** So many plans are made while demand is expected for. */
    private static final int PLANS = (int) (ExpectedDemand.SPAN.toSeconds() / EVERY_SECONDS);

    private static final DemandCells GRID = new DemandCells();
    private static final int ALL_PERCENT = 100;
    private static final String FORECAST = "past nights + tonight";

    private final NightModel model;
    private final ZoneRules rules;
    private final DemandPlaces places;
    private final ZonePlanner planner = new ZonePlanner(GRID);
    private final Set<Long> active = new HashSet<>();

    /** Where nothing is known of past nights: tonight's calls by cell at each of the last plans, the oldest first. */
    private final Deque<Map<Long, Integer>> observedBefore = new ArrayDeque<>();

    private ZonePlan plan = ZonePlan.NONE;
    private DemandReach reach = DemandReach.ALL;
    private long plans;

    SimulatedZones(NightModel model, ZoneRules rules, DemandPlaces places) {
        this.model = model;
        this.rules = rules;
        this.places = places;
    }

    void plan(double now, Map<Long, Integer> observed) {
        plan =
                planner.plan(
                        new ZoneInputs(
                                model.instant(now), rules, FORECAST, next(now, observed), plan));
        active.clear();
        plan.zones().forEach(zone -> zone.cells().forEach(cell -> active.add(cell.index())));
        plans++;
        reach =
                active.isEmpty()
                        ? DemandReach.ALL
                        : new DemandReach(plans, Optional.of(active), ALL_PERCENT);
    }

    /** Where no zones apply, all calls may come to supporters. */
    DemandReach reach() {
        return reach;
    }

    /** Without past nights the next 30 minutes are like the last. */
    private SortedMap<Long, Double> next(double now, Map<Long, Integer> observed) {
        if (!places.history().cells().isEmpty()) {
            return ExpectedDemand.of(places, now, model.windowEnd(), observed).next();
        }
        observedBefore.addLast(Map.copyOf(observed));
        Map<Long, Integer> then =
                observedBefore.size() > PLANS ? observedBefore.removeFirst() : Map.of();
        SortedMap<Long, Double> last = new TreeMap<>();
        observed.forEach((cell, calls) -> {
            int since = calls - then.getOrDefault(cell, 0);
            if (since > 0) {
                last.put(cell, (double) since);
            }
        });
        return last;
    }

    /** Where no zones apply, nothing is outside. */
    boolean isOutside(Position position) {
        return !active.isEmpty() && !active.contains(places.cellOf(position));
    }

    /** Where somebody has to go who may not begin here: the nearest cell of a zone; empty: nowhere. */
    Optional<Position> way(Position here) {
        if (!isOutside(here)) {
            return Optional.empty();
        }
        Position nearest = here;
        double least = Double.POSITIVE_INFINITY;
        for (ZonePlan.Zone zone : plan.zones()) {
            for (ZonePlan.Cell cell : zone.cells()) {
                Position center = GRID.center(cell.index());
                double km = CityGeometry.km(here, center);
                if (km < least) {
                    least = km;
                    nearest = center;
                }
            }
        }
        return Optional.of(nearest);
    }
}
