package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** How one supporter decides; its own stream of random numbers, used by one thread. */
public final class SupporterBehaviour {

    private static final double LATEST_SHARE = .7;

    private final Night night;
    private final NightParameters parameters;
    private final TravelTimes travel;
    private final SplittableRandom random;

    public SupporterBehaviour(Night night, NightParameters parameters, long seed, int number) {
        this.night = night;
        this.parameters = parameters;
        this.travel = new TravelTimes(parameters);
        this.random = new RandomStreams(seed).of("supporter-mind", number);
    }

    public CommandAnswer answer(Duration eta) {
        double minutes = eta.toMillis() / 60_000.0;
        double beyond = Math.max(0, minutes - parameters.refusesFromMinutes());
        boolean refuses =
                RandomVariates.happens(
                        random, parameters.refuses() + parameters.refusesPerMinute() * beyond);
        boolean accepts = RandomVariates.happens(random, parameters.acceptsByHand());
        double share = RandomVariates.between(random, .1, LATEST_SHARE);
        String reason = reason(beyond > 0);
        if (refuses) {
            return new CommandAnswer.Refuse(share, reason);
        }
        return accepts ? new CommandAnswer.Accept(share) : new CommandAnswer.NoReply();
    }

    private String reason(boolean far) {
        double drawn = random.nextDouble();
        if (far || drawn < .4) {
            return "TOO_FAR";
        }
        if (drawn < .6) {
            return "UNREACHABLE_PLACE";
        }
        return drawn < .75 ? "HEALTH" : drawn < .85 ? "SAFETY" : "OTHER";
    }

    /** Whether the driver tries to find out where the call goes before accepting it. */
    public boolean peeks() {
        return RandomVariates.happens(random, parameters.peeks());
    }

    /** From the arrival until the customer sits in the car. */
    public Duration boarding() {
        return RandomVariates.seconds(
                RandomVariates.between(
                        random, parameters.boardLeastSeconds(), parameters.boardMostSeconds()));
    }

    public boolean followsMove() {
        return RandomVariates.happens(random, parameters.followsMove());
    }

    public boolean walksBack() {
        return RandomVariates.happens(random, parameters.walksBack());
    }

    /** Where a supporter goes who goes by himself: busy, and not far. */
    public Position hotSpot(Position from) {
        Cluster spot =
                RandomVariates.weighted(
                        random,
                        night.hotSpots(),
                        s -> s.weight() * Math.exp(-CityGeometry.km(from, s.center()) / 3));
        return night.region().nearest(RandomVariates.of(random, spot));
    }

    public Duration withoutCar(Position from, Position to, Instant now) {
        return travel.withoutCar(from, to, night.afterMidnight(now), random);
    }

    public Duration byCar(Position from, Position to) {
        return travel.byCar(from, to);
    }
}
