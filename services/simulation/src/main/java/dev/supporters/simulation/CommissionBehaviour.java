package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** How one commission driver chooses; its own stream of random numbers, used by one thread. */
public final class CommissionBehaviour {

    private final CommissionPlan plan;
    private final Night night;
    private final NightParameters parameters;
    private final TravelTimes travel;
    private final SplittableRandom random;

    public CommissionBehaviour(
            CommissionPlan plan, Night night, NightParameters parameters, long seed) {
        this.plan = plan;
        this.night = night;
        this.parameters = parameters;
        this.travel = new TravelTimes(parameters);
        this.random = new RandomStreams(seed).of("commission-mind", plan.number());
    }

    public boolean looks() {
        return !RandomVariates.happens(random, parameters.looksAway());
    }

    /** The best offer that beats the reservation wage. */
    public Optional<CommissionOffer> choice(
            List<CommissionOffer> offers, Position here, Instant now) {
        return choice(offers, here, destination -> here, now);
    }

    /** The same for a driver who goes to some place of his choice from where the drive ends. */
    public Optional<CommissionOffer> choice(
            List<CommissionOffer> offers,
            Position here,
            UnaryOperator<Position> waitsNextAt,
            Instant now) {
        record Valued(CommissionOffer offer, double wage) {}
        return offers.stream()
                .map(offer ->
                        new Valued(
                                offer,
                                wage(offer, here, waitsNextAt.apply(offer.destination()), now)))
                .filter(valued -> valued.wage() > plan.reservationWage())
                .max(Comparator.comparingDouble(Valued::wage))
                .map(Valued::offer);
    }

    /** What the offer brings an hour, as the driver feels it. */
    double wage(CommissionOffer offer, Position here, Instant now) {
        return wage(offer, here, here, now);
    }

    private double wage(CommissionOffer offer, Position here, Position next, Instant now) {
        boolean late = night.afterMidnight(now);
        double pickup = hours(travel.withoutCar(here, offer.origin(), late));
        double trip = hours(travel.byCar(offer.origin(), offer.destination()));
        double back = hours(travel.withoutCar(offer.destination(), next, late));
        double earned = offer.fare() * parameters.commissionPart();
        double wage = earned / (pickup + trip + parameters.wayBackWeight() * back);
        boolean far = pickup * 60 > parameters.dislikedPickupMinutes();
        boolean homeward =
                night.hoursSinceBegin(now) >= parameters.homewardFromHours()
                        && CityGeometry.km(offer.destination(), plan.home())
                                < CityGeometry.km(here, plan.home());
        return wage
                * (far ? parameters.dislikedPickupFactor() : 1)
                * (homeward ? parameters.homewardFactor() : 1)
                * RandomVariates.lognormal(random, 1, parameters.choiceSigma());
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 3_600_000.0;
    }

    public boolean drops() {
        return RandomVariates.happens(random, parameters.drops());
    }

    /** From the arrival until the customer sits in the car. */
    public Duration boarding() {
        return RandomVariates.seconds(
                RandomVariates.between(
                        random, parameters.boardLeastSeconds(), parameters.boardMostSeconds()));
    }

    public boolean returnsByHimself() {
        return RandomVariates.happens(random, parameters.selfReturn());
    }

    /** Whether another app takes the driver during an idle while. */
    public boolean isLost(Duration idle) {
        return RandomVariates.happens(
                random,
                1 - Math.exp(-idle.toMillis() / 60_000.0 / parameters.lostPerIdleMinutes()));
    }

    public Duration lostFor() {
        return RandomVariates.minutes(
                parameters.lostMinutes() * RandomVariates.between(random, .5, 1.5));
    }

    /** A share of something, for spreading actors in time. */
    public double share() {
        return random.nextDouble();
    }

    public Position hotSpot(Position from) {
        Cluster spot =
                RandomVariates.weighted(
                        random,
                        night.hotSpots(),
                        s -> s.weight() * Math.exp(-CityGeometry.km(from, s.center()) / 5));
        return night.region().nearest(RandomVariates.of(random, spot));
    }

    public Duration withoutCar(Position from, Position to, Instant now) {
        return travel.withoutCar(from, to, night.afterMidnight(now), random);
    }

    public Duration byCar(Position from, Position to) {
        return travel.byCar(from, to);
    }
}
