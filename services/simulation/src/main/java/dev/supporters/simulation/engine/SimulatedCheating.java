package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.simulation.Cheaters.Kind;
import dev.supporters.simulation.CityGeometry;
import dev.supporters.simulation.Cluster;
import dev.supporters.simulation.RandomVariates;

import java.util.SplittableRandom;

/** What those supporters do who play the system. All draws have keys of their own: without cheaters a night is as it was. */
final class SimulatedCheating {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double COLD_KM = 6;
    private static final int MOST_DRAWS = 50;

    private final NightState night;
    private final NightModel model;

    SimulatedCheating(NightState night) {
        this.night = night;
        this.model = night.model;
    }

    boolean refuses(SimulatedSupporter supporter, SimulatedCall call) {
        return cheats(supporter, Kind.REFUSALS, call.number());
    }

    /** Whether the driver phones the customer, who then cancels. */
    boolean makesCancel(SimulatedSupporter supporter, SimulatedCall call) {
        return cheats(supporter, Kind.CANCELLATIONS, call.number());
    }

    /** Seconds from the acceptance until the customer who was phoned has cancelled. */
    double cancelsAfter(SimulatedSupporter supporter, SimulatedCall call) {
        return RandomVariates.between(
                model.draws("cheat-phone", supporter.number(), call.number()), 20, 100);
    }

    /** Seconds by which the driver is late to say that the drive has ended. */
    double completesLate(SimulatedSupporter supporter, SimulatedCall call) {
        SplittableRandom random = model.draws("complete", supporter.number(), call.number());
        boolean forgets = RandomVariates.happens(random, model.parameters().forgetsToComplete());
        if (cheats(supporter, Kind.UNFINISHED_DRIVES, call.number())) {
            return minutes(random, 18, 35);
        }
        return forgets ? minutes(random, 5, 35) : 0;
    }

    /** The share of the way to the customer after which the driver says to have arrived. */
    double arrivesAfter(SimulatedSupporter supporter, SimulatedCall call) {
        return cheats(supporter, Kind.CONTRADICTED_STEPS, call.number())
                ? RandomVariates.between(
                        model.draws("cheat-step", supporter.number(), call.number()), 0, .3)
                : 1;
    }

    boolean waitsInTheCold(SimulatedSupporter supporter) {
        return supporter.cheats.filter(kind -> kind == Kind.COLD_WAITING).isPresent();
    }

    /** Whether the driver, who has just begun to wait, goes to where no calls come. */
    boolean goesToTheCold(SimulatedSupporter supporter) {
        return cheats(supporter, Kind.COLD_WAITING, supporter.spells);
    }

    /** Somewhere outside, not far: a home far from all hot spots. */
    Position coldPlace(SimulatedSupporter supporter) {
        SplittableRandom random = model.draws("cheat-place", supporter.number(), supporter.spells);
        Position here = supporter.position(night.now());
        Position place = here;
        for (int i = 0; i < MOST_DRAWS; i++) {
            Cluster home =
                    RandomVariates.weighted(
                            random,
                            model.night().homes(),
                            cluster ->
                                    Math.exp(-CityGeometry.km(here, cluster.center()) / COLD_KM));
            place = model.night().region().nearest(RandomVariates.of(random, home));
            Position drawn = place;
            if (model.night().hotSpots().stream()
                    .allMatch(spot -> CityGeometry.km(drawn, spot.center()) > 2)) {
                return place;
            }
        }
        return place;
    }

    /** Whether the driver, who waits, switches the positions off now. */
    boolean goesDark(SimulatedSupporter supporter) {
        return cheats(supporter, Kind.DARK_GPS, supporter.darkTimes++);
    }

    double darkSeconds(SimulatedSupporter supporter) {
        return minutes(model.draws("cheat-dark", supporter.number(), supporter.darkTimes), 8, 25);
    }

    private boolean cheats(SimulatedSupporter supporter, Kind kind, long number) {
        return supporter.cheats.filter(own -> own == kind).isPresent()
                && RandomVariates.happens(
                        model.draws("cheat-" + kind, supporter.number(), number),
                        model.parameters().cheaters().effort());
    }

    private static double minutes(SplittableRandom random, double least, double most) {
        return RandomVariates.between(random, least, most) * SECONDS_PER_MINUTE;
    }
}
