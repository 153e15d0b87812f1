package dev.supporters.simulation.engine;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.move.DemandReach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a simulated night of supporters has come to. */
final class NightState {

    final NightModel model;
    final SupporterDecisions decisions;
    final EventQueue events = new EventQueue();
    final List<SimulatedCall> calls = new ArrayList<>();
    final List<SimulatedSupporter> supporters = new ArrayList<>();
    final MoveCounts moves = new MoveCounts();
    final NightFacts facts;
    final SimulatedCheating cheating;

    /** Those who could be asked when they were last located. */
    final List<SimulatedSupporter> available = new ArrayList<>();

    /** The calls that wait for a supporter, the one that waits longest first. */
    final LinkedHashSet<SimulatedCall> waiting = new LinkedHashSet<>();

    /** Tonight's calls by cell. */
    final Map<Long, Integer> observed = new HashMap<>();

    private final Map<DriverId, SimulatedSupporter> byDriver = new HashMap<>();

    /** Where supporters may begin, and whose calls are theirs; empty: everywhere, and all. */
    final Optional<SimulatedZones> zones;

    NightState(
            NightModel model,
            SupporterDecisions decisions,
            DispatchSettings settings,
            DemandPlaces places) {
        this.model = model;
        zones = settings.zones().map(rules -> new SimulatedZones(model, rules, places));
        this.decisions = decisions;
        facts = new NightFacts(model, places);
        cheating = new SimulatedCheating(this);
        model.population()
                .customers()
                .forEach(customer ->
                        calls.add(
                                new SimulatedCall(
                                        customer, model.seconds(customer.call().requestedAt()))));
        model.population()
                .supporters()
                .forEach(plan -> {
                    SimulatedSupporter supporter = new SimulatedSupporter(plan, model);
                    supporters.add(supporter);
                    byDriver.put(supporter.id, supporter);
                });
    }

    double now() {
        return events.now();
    }

    boolean isOver() {
        return now() >= model.windowEnd();
    }

    SimulatedSupporter supporter(DriverId driver) {
        return byDriver.get(driver);
    }

    /** Which calls may come to supporters: all, or those of the zones. */
    DemandReach reach() {
        return zones.map(SimulatedZones::reach).orElse(DemandReach.ALL);
    }

    /** Whether it is no call for supporters, because its customer waits outside of the zones. */
    boolean isOutsideZones(SimulatedCall call) {
        return zones.filter(planned -> planned.isOutside(call.origin())).isPresent();
    }

    /** Ends a call that no driver has. */
    void end(SimulatedCall call, SimulatedCall.State state) {
        waiting.remove(call);
        call.become(state, now());
    }

    /** Notes who can be asked now, and where they are or will be free. */
    void locate() {
        available.clear();
        for (SimulatedSupporter supporter : supporters) {
            supporter.waitNow = decisions.waitFor(supporter, now());
            if (supporter.waitNow < Double.POSITIVE_INFINITY) {
                Position where =
                        supporter.isIdle()
                                ? supporter.position(now())
                                : supporter.call.destination();
                supporter.eastNow = model.east(where);
                supporter.northNow = model.north(where);
                available.add(supporter);
            }
        }
    }
}
