package dev.supporters.simulation.figures;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CityGeometry;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.engine.DriverWork;
import dev.supporters.simulation.engine.SimulatedCall;
import dev.supporters.simulation.engine.SimulatedCall.State;
import dev.supporters.simulation.engine.SimulatedOutcome;

import java.util.Arrays;
import java.util.List;

/**
 * What one simulated night amounts to. Shares are in percent.
 *
 * @param completed completed calls, of all calls
 * @param etaMean the ETA that customers were told when a driver had agreed, in minutes
 * @param etaP95 the same, exceeded by 5 % of these calls
 * @param cancelled calls that were cancelled or dropped after a driver had agreed, of those with a driver
 * @param gaveUp calls whose customer gave up before a driver was found, of all calls
 * @param tripsPerPaidHour completed trips for each hour at work; rests are unpaid
 * @param gini inequality of trips per paid hour between drivers: 0 if all have the same
 * @param outskirts completed calls of those from outside the hot spots minus {@link #completed}, in points
 * @param covered calls from within the zones, of all calls; all of them without zones
 * @param completedInZones completed calls, of those from within the zones
 */
public record NightFigures(
        int calls,
        double completed,
        double etaMean,
        double etaP95,
        double cancelled,
        double gaveUp,
        double tripsPerPaidHour,
        double gini,
        double outskirts,
        double covered,
        double completedInZones,
        int movesProposed,
        int movesArrived,
        int restsTaken) {

    private static final double PERCENT = 100;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double P95 = .95;

    /** An origin further than so many widths from the middle of every hot spot is outside. */
    private static final double HOT_SPOT_WIDTHS = 2;

    public static NightFigures of(SimulatedOutcome outcome) {
        List<SimulatedCall> calls = outcome.calls();
        double completed = completed(calls);
        double[] etas =
                calls.stream()
                        .filter(SimulatedCall::wasAccepted)
                        .mapToDouble(call -> call.eta() / SECONDS_PER_MINUTE)
                        .sorted()
                        .toArray();
        long cancelled = count(calls, State.CANCELLED);
        double hours =
                outcome.work().stream().mapToDouble(DriverWork::paidSeconds).sum()
                        / SECONDS_PER_HOUR;
        Night night = outcome.model().night();
        List<SimulatedCall> outside =
                calls.stream().filter(call -> isOutside(night, call.origin())).toList();
        List<SimulatedCall> inZones =
                calls.stream().filter(call -> !call.wasOutsideZones()).toList();
        return new NightFigures(
                calls.size(),
                completed,
                Arrays.stream(etas).average().orElse(0),
                etas.length == 0 ? 0 : etas[(int) (P95 * etas.length)],
                etas.length == 0 ? 0 : PERCENT * cancelled / etas.length,
                calls.isEmpty() ? 0 : PERCENT * count(calls, State.GAVE_UP) / calls.size(),
                hours == 0 ? 0 : count(calls, State.COMPLETED) / hours,
                gini(outcome.work()),
                outside.isEmpty() ? 0 : completed(outside) - completed,
                calls.isEmpty() ? 0 : PERCENT * inZones.size() / calls.size(),
                completed(inZones),
                outcome.moves().proposals(),
                outcome.moves().arrivals(),
                outcome.moves().restsTaken());
    }

    private static double completed(List<SimulatedCall> calls) {
        return calls.isEmpty() ? 0 : PERCENT * count(calls, State.COMPLETED) / calls.size();
    }

    private static long count(List<SimulatedCall> calls, State state) {
        return calls.stream().filter(call -> call.state() == state).count();
    }

    private static boolean isOutside(Night night, Position origin) {
        return night.hotSpots().stream()
                .noneMatch(spot ->
                        CityGeometry.km(spot.center(), origin) <= HOT_SPOT_WIDTHS * spot.sigmaKm());
    }

    private static double gini(List<DriverWork> work) {
        double[] rates =
                work.stream()
                        .filter(one -> one.paidSeconds() > 0)
                        .mapToDouble(one -> one.trips() / one.paidSeconds())
                        .sorted()
                        .toArray();
        double sum = Arrays.stream(rates).sum();
        if (sum == 0) {
            return 0;
        }
        double ranked = 0;
        for (int i = 0; i < rates.length; i++) {
            ranked += (2.0 * (i + 1) - rates.length - 1) * rates[i];
        }
        return ranked / rates.length / sum;
    }
}
