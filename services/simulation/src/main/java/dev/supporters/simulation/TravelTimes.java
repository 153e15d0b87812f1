package dev.supporters.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long ways take: in the customer's car, and without a car. */
public record TravelTimes(NightParameters parameters) {

    public double roadKm(Point from, Point to) {
        return parameters.roadFactor() * Geo.km(from, to);
    }

    public Duration byCar(Point from, Point to) {
        double road = roadKm(from, to);
        double kmh =
                parameters.carKmh()
                        + Math.min(parameters.carKmhMostMore(), parameters.carKmhPerKm() * road);
        return RandomVariates.minutes(parameters.carMinutes() + 60 * road / kmh);
    }

    /** The least of walking, a ride and public transport, as expected. */
    public Duration withoutCar(Point from, Point to, boolean afterMidnight) {
        double road = roadKm(from, to);
        double walk = 60 * road / parameters.walkKmh();
        double ride =
                parameters.rideMinutes()
                        + 60
                                * road
                                / (afterMidnight ? parameters.rideLateKmh() : parameters.rideKmh());
        double transit =
                parameters.transitMinutes()
                        + 60
                                * road
                                / (afterMidnight
                                        ? parameters.transitLateKmh()
                                        : parameters.transitKmh());
        return RandomVariates.minutes(Math.min(walk, Math.min(ride, transit)));
    }

    /** As it turns out. */
    public Duration withoutCar(
            Point from, Point to, boolean afterMidnight, SplittableRandom random) {
        double noise = RandomVariates.lognormal(random, 1, parameters.travelSigma());
        return Duration.ofMillis(
                Math.round(withoutCar(from, to, afterMidnight).toMillis() * noise));
    }
}
