package dev.supporters.local;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.DispatchFigures;
import dev.supporters.oracle.SimulatedNight;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.broadcast.BroadcastNight;
import dev.supporters.simulation.engine.DispatchSettings;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;
import dev.supporters.simulation.engine.SimulatedOutcome;
import dev.supporters.simulation.engine.SupporterNight;
import dev.supporters.simulation.figures.NightFigures;

import java.util.List;

/**
 * The night that was played, simulated with the same people: before supporters, without moves, and with all that the engine can do.
 * Where the night was played with zones or without moves, so it is simulated.
 */
final class SimulatedComparison {

    private SimulatedComparison() {}

    static List<SimulatedNight> of(LocalOptions options, Night night) {
        NightParameters parameters = RequestedNight.parameters(options);
        NightModel model = new NightModel(night, parameters, options.seed(), options.supporters());
        PastNights past = PastNights.of(RequestedNight.earlier(options, night), night);
        return List.of(
                simulated("legacy", BroadcastNight.play(model)),
                simulated(
                        "greedy",
                        SupporterNight.play(model, zoned(DispatchSettings.GREEDY, options), past)),
                options.moves()
                        ? simulated(
                                "full",
                                SupporterNight.play(
                                        model, zoned(DispatchSettings.FULL, options), past))
                        : simulated(
                                "full, no moves",
                                SupporterNight.play(
                                        model,
                                        zoned(DispatchSettings.FULL.withoutMoves(), options),
                                        past)));
    }

    /** As the policy of the played night has them. */
    private static DispatchSettings zoned(DispatchSettings settings, LocalOptions options) {
        return options.activeZones()
                ? settings.withZones(PolicyDefaults.zones().openDemand())
                : settings;
    }

    private static SimulatedNight simulated(String policy, SimulatedOutcome outcome) {
        NightFigures figures = NightFigures.of(outcome);
        return new SimulatedNight(
                policy,
                new DispatchFigures(
                        figures.completed(),
                        figures.covered(),
                        figures.etaMean(),
                        figures.etaP95(),
                        figures.cancelled(),
                        figures.tripsPerPaidHour(),
                        figures.gini()));
    }
}
