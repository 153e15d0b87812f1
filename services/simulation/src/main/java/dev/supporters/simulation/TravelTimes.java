package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long ways take: in the customer's car, and without a car. */
public record TravelTimes(NightParameters parameters) {

    public double roadKm(Position from, Position to) {
        return parameters.roadFactor() * CityGeometry.km(from, to);
    }

    public Duration byCar(Position from, Position to) {
        double road = roadKm(from, to);
        double kmh =
                parameters.carKmh()
                        + Math.min(parameters.carKmhMostMore(), parameters.carKmhPerKm() * road);
        return RandomVariates.minutes(parameters.carMinutes() + 60 * road / kmh);
    }

    /** As expected, on foot or by lines. */
    public Duration withoutCar(Position from, Position to, boolean afterMidnight) {
        double seconds = parameters.travelWithoutCar().seconds(from.metersTo(to), afterMidnight);
        return RandomVariates.minutes(seconds / 60);
    }

    /** As it turns out. */
    public Duration withoutCar(
            Position from, Position to, boolean afterMidnight, SplittableRandom random) {
        double noise = RandomVariates.lognormal(random, 1, parameters.travelSigma());
        return Duration.ofMillis(
                Math.round(withoutCar(from, to, afterMidnight).toMillis() * noise));
    }
}
