package dev.supporters.simulation;

import dev.supporters.contract.Position;
import dev.supporters.simulation.Cheaters.Kind;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one supporter does to play the system, in the simulation and on a stand. Who does not cheat does nothing of it. All draws have keys of
 * their own.
 *
 * @param kind how the supporter cheats; empty: not at all
 * @param effort how often, when it is possible, from 0 to 1
 */
public record CheatingBehaviour(Optional<Kind> kind, double effort, SeededStreams draws) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double COLD_KM = 6;
    private static final double WARM_KM = 2;
    private static final int MOST_DRAWS = 50;
    private static final long MOST_NUMBERS = 1_000_000;

    /** Streams of random numbers of this supporter. */
    @FunctionalInterface
    public interface SeededStreams {

        /** The stream for the so-manieth thing of a kind: a call, or a time at which the supporter begins to wait. */
        SplittableRandom of(String kind, long number);
    }

    /** Of a supporter of the night with this seed. */
    public static CheatingBehaviour of(NightParameters parameters, long seed, int supporter) {
        RandomStreams streams = new RandomStreams(seed);
        return new CheatingBehaviour(
                parameters.cheaters().of(seed, supporter),
                parameters.cheaters().effort(),
                (kind, number) -> streams.of(kind, supporter * MOST_NUMBERS + number));
    }

    /** Whether the supporter refuses what an honest one would take. */
    public boolean refuses(long call) {
        return cheats(Kind.REFUSALS, call);
    }

    /** Whether the supporter phones the customer, who then cancels. */
    public boolean makesCancel(long call) {
        return cheats(Kind.CANCELLATIONS, call);
    }

    /** Seconds from the acceptance until the customer who was phoned has cancelled. */
    public double cancelsAfter(long call) {
        return RandomVariates.between(draws.of("cheat-phone", call), 20, 100);
    }

    /**
     * Seconds by which the supporter is late to say that the drive has ended.
     *
     * @param forgets the share of drives after which an honest supporter says it late
     */
    public double completesLate(long call, double forgets) {
        SplittableRandom random = draws.of("complete", call);
        boolean forgotten = RandomVariates.happens(random, forgets);
        if (cheats(Kind.UNFINISHED_DRIVES, call)) {
            return minutes(random, 18, 35);
        }
        return forgotten ? minutes(random, 5, 35) : 0;
    }

    /** The share of the way to the customer after which the supporter says to have arrived. */
    public double arrivesAfter(long call) {
        return cheats(Kind.CONTRADICTED_STEPS, call)
                ? RandomVariates.between(draws.of("cheat-step", call), 0, .3)
                : 1;
    }

    /** Whether the supporter is one who waits where no calls come; such a one follows no move. */
    public boolean waitsInTheCold() {
        return kind.filter(own -> own == Kind.COLD_WAITING).isPresent();
    }

    /** Whether the supporter, who has just begun to wait, goes to where no calls come. */
    public boolean goesToTheCold(long spell) {
        return cheats(Kind.COLD_WAITING, spell);
    }

    /** Somewhere outside, not far: a home far from all hot spots. */
    public Position coldPlace(Night night, Position here, long spell) {
        SplittableRandom random = draws.of("cheat-place", spell);
        Position place = here;
        for (int i = 0; i < MOST_DRAWS; i++) {
            Cluster home =
                    RandomVariates.weighted(
                            random,
                            night.homes(),
                            cluster ->
                                    Math.exp(-CityGeometry.km(here, cluster.center()) / COLD_KM));
            place = night.region().nearest(RandomVariates.of(random, home));
            Position drawn = place;
            if (night.hotSpots().stream()
                    .allMatch(spot -> CityGeometry.km(drawn, spot.center()) > WARM_KM)) {
                return place;
            }
        }
        return place;
    }

    /** Whether the supporter, who waits, switches the positions off now. */
    public boolean goesDark(long time) {
        return cheats(Kind.DARK_GPS, time);
    }

    /** For how long. */
    public double darkSeconds(long time) {
        return minutes(draws.of("cheat-dark", time), 8, 25);
    }

    private boolean cheats(Kind way, long number) {
        return kind.filter(own -> own == way).isPresent()
                && RandomVariates.happens(draws.of("cheat-" + way, number), effort);
    }

    private static double minutes(SplittableRandom random, double least, double most) {
        return RandomVariates.between(random, least, most) * SECONDS_PER_MINUTE;
    }
}
