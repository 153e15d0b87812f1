package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.forecast.LocalProjection;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.RandomVariates;
import dev.supporters.simulation.TravelTimes;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * What is true of a night whatever the policy: its calls and people, and how everything turns out. Each draw has its own key, so that
 * two policies meet the same customers, the same answers and the same delays.
 */
public final class NightModel {

    private static final double MILLIS = 1000;
    private static final long MOST_CALLS = 1_000_000;

    private final Night night;
    private final NightParameters parameters;
    private final Population population;
    private final long seed;
    private final RandomStreams streams;
    private final TravelTimes travel;
    private final LocalProjection projection;
    private final double midnight;
    private final double windowEnd;

    public NightModel(Night night, NightParameters parameters, long seed, int drivers) {
        this.night = night;
        this.parameters = parameters;
        this.seed = seed;
        this.population = Population.of(night, parameters, seed, drivers, drivers);
        this.streams = new RandomStreams(seed);
        this.travel = new TravelTimes(parameters);
        this.projection = new LocalProjection(night.region().center());
        this.midnight =
                seconds(night.businessDate().plusDays(1).atStartOfDay(night.zone()).toInstant());
        this.windowEnd = seconds(night.windowEnd());
    }

    public Night night() {
        return night;
    }

    public NightParameters parameters() {
        return parameters;
    }

    public Population population() {
        return population;
    }

    /** What everything that is drawn tonight depends on. */
    public long seed() {
        return seed;
    }

    public double windowEnd() {
        return windowEnd;
    }

    /** Since the window's begin. */
    public double seconds(Instant instant) {
        return Duration.between(night.windowBegin(), instant).toMillis() / MILLIS;
    }

    public Instant instant(double seconds) {
        return night.windowBegin().plusMillis(Math.round(seconds * MILLIS));
    }

    public static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    public boolean afterMidnight(double now) {
        return now >= midnight;
    }

    public double east(Position position) {
        return projection.east(position);
    }

    public double north(Position position) {
        return projection.north(position);
    }

    /** What only this driver and this call, or this driver's so-manieth decision, draw from. */
    public SplittableRandom draws(String kind, long driver, long number) {
        return streams.of(kind, driver * MOST_CALLS + number);
    }

    /** How long ways without a car take, as the decisions believe. */
    public TravelWithoutCar believedTravel() {
        return parameters.travelWithoutCar();
    }

    /** As the driver believes. */
    public double expectedWithoutCar(Position from, Position to, double now) {
        return seconds(travel.withoutCar(from, to, afterMidnight(now)));
    }

    /** How long a way without a car takes in the end. */
    public double withoutCar(Position from, Position to, double now, SplittableRandom random) {
        return parameters.travelFactor()
                * seconds(travel.withoutCar(from, to, afterMidnight(now), random));
    }

    /** Expected seconds from the pickup to the end of the drive. */
    public double expectedDrive(Position origin, Position destination) {
        return seconds(travel.byCar(origin, destination));
    }

    /** The same as it turns out. */
    public double drive(Position origin, Position destination, SplittableRandom random) {
        return expectedDrive(origin, destination)
                * RandomVariates.lognormal(random, 1, parameters.driveSigma());
    }
}
