package dev.supporters.insight.legacy;

import dev.supporters.insight.moment.RebuiltNights;
import dev.supporters.insight.night.Histogram;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.RecordedNight;
import dev.supporters.simulation.broadcast.BroadcastNight;
import dev.supporters.simulation.engine.DriverWork;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.SimulatedCall;
import dev.supporters.simulation.engine.SimulatedCall.State;
import dev.supporters.simulation.engine.SimulatedOutcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the calls of a night with general dispatch alone. The same night comes out the same each time. */
final class LegacyNightPlayer {

    private static final double SECONDS_OF_MINUTE = 60;
    private static final double MINUTES_OF_HOUR = 60;

    private final NightParameters parameters = NightParameters.defaults();
    private final RebuiltNights nights = new RebuiltNights();

    /**
     * Its counts.
     *
     * @param states with at least one call
     */
    NightCounts play(RegionNight key, NightStates states, int drivers) {
        long seed = key.id().hashCode();
        RecordedNight recorded = nights.of(states);
        NightModel model =
                new NightModel(
                        recorded.night(key.id(), parameters, seed), parameters, seed, drivers);
        return counts(BroadcastNight.play(model));
    }

    private static NightCounts counts(SimulatedOutcome outcome) {
        List<SimulatedCall> calls = outcome.calls();
        long completed = count(calls, State.COMPLETED);
        return new NightCounts(
                calls.size(),
                new CallTotals(
                        calls.size(), calls.size(), completed, 0, calls.size(), 0, List.of()),
                new CommandCounts(
                        calls.stream().filter(SimulatedCall::wasAccepted).count(),
                        0,
                        count(calls, State.CANCELLED),
                        completed,
                        Histogram.of(CommandCounts.PICKUP_STEP, pickups(calls))),
                shifts(outcome.work()));
    }

    private static long count(List<SimulatedCall> calls, State state) {
        return calls.stream().filter(call -> call.state() == state).count();
    }

    private static List<Double> pickups(List<SimulatedCall> calls) {
        return calls.stream()
                .map(SimulatedCall::pickup)
                .flatMap(pickup -> pickup.stream().boxed())
                .map(seconds -> seconds / SECONDS_OF_MINUTE)
                .toList();
    }

    private static ShiftCounts shifts(List<DriverWork> work) {
        long paidMinutes = 0;
        List<Double> rates = new ArrayList<>();
        for (DriverWork driver : work) {
            long minutes = (long) Math.ceil(driver.paidSeconds() / SECONDS_OF_MINUTE);
            if (minutes > 0) {
                paidMinutes += minutes;
                rates.add(driver.trips() * MINUTES_OF_HOUR / minutes);
            }
        }
        return new ShiftCounts(
                work.size(),
                Optional.empty(),
                paidMinutes,
                Map.of(),
                Histogram.of(ShiftCounts.RATE_STEP, rates));
    }
}
