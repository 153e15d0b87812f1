package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Everybody of a night, the same for the same seed; more of a kind leave the others as they are. */
public record Population(
        List<CustomerPlan> customers,
        List<SupporterPlan> supporters,
        List<CommissionPlan> commissionDrivers) {

    private static final int FIRST_CUSTOMER = 5_000_001;
    private static final int FIRST_SUPPORTER = 7_000_001;
    private static final int FIRST_COMMISSION_DRIVER = 8_000_001;

    public Population {
        customers = List.copyOf(customers);
        supporters = List.copyOf(supporters);
        commissionDrivers = List.copyOf(commissionDrivers);
    }

    public static Population of(
            Night night,
            NightParameters parameters,
            long seed,
            int supporters,
            int commissionDrivers) {
        Draft draft = new Draft(night, parameters, new RandomStreams(seed));
        return new Population(
                IntStream.range(0, night.calls().size()).mapToObj(draft::customer).toList(),
                IntStream.range(0, supporters).mapToObj(draft::supporter).toList(),
                IntStream.range(0, commissionDrivers).mapToObj(draft::commissionDriver).toList());
    }

    private record Draft(Night night, NightParameters parameters, RandomStreams streams) {

        CustomerPlan customer(int number) {
            SplittableRandom random = streams.of("customer", number);
            return new CustomerPlan(
                    number,
                    Integer.toString(FIRST_CUSTOMER + number),
                    Names.draw(random),
                    night.calls().get(number),
                    RandomVariates.lognormalMinutes(
                            random, parameters.patienceMinutes(), parameters.patienceSigma()),
                    RandomVariates.lognormalMinutes(
                            random, parameters.etaMinutes(), parameters.etaSigma()),
                    RandomVariates.happens(random, parameters.cancelsAnyway()),
                    RandomVariates.seconds(
                            RandomVariates.between(
                                    random,
                                    parameters.cancelLeastSeconds(),
                                    parameters.cancelMostSeconds())));
        }

        SupporterPlan supporter(int number) {
            SplittableRandom random = streams.of("supporter", number);
            Position home = place(random, night.homes());
            Position start =
                    RandomVariates.happens(random, parameters.startsAtHotSpot())
                            ? place(random, night.hotSpots())
                            : home;
            Instant begin = night.windowBegin().plus(delay(random));
            Instant leave =
                    RandomVariates.happens(random, parameters.leavesEarly())
                            ? night.windowBegin()
                                    .plus(
                                            RandomVariates.minutes(
                                                    RandomVariates.between(random, 90, 230)))
                            : night.windowEnd().plus(Duration.ofDays(1));
            return new SupporterPlan(
                    number,
                    Integer.toString(FIRST_SUPPORTER + number),
                    Names.draw(random),
                    start,
                    home,
                    begin,
                    leave,
                    pauses(
                            random,
                            parameters.rests(),
                            begin,
                            parameters.restLeastMinutes(),
                            parameters.restMostMinutes()),
                    pauses(
                            random,
                            parameters.losesNetwork(),
                            begin,
                            parameters.lossLeastMinutes(),
                            parameters.lossMostMinutes()));
        }

        private Duration delay(SplittableRandom random) {
            boolean onTime = RandomVariates.happens(random, parameters.onTime());
            double least = onTime ? 0 : parameters.onTimeMinutes();
            double most =
                    onTime
                            ? parameters.onTimeMinutes()
                            : parameters.onTimeMinutes() + parameters.lateMinutes();
            return RandomVariates.minutes(RandomVariates.between(random, least, most));
        }

        private List<PlannedPause> pauses(
                SplittableRandom random,
                double probability,
                Instant begin,
                double least,
                double most) {
            boolean happens = RandomVariates.happens(random, probability);
            PlannedPause pause =
                    new PlannedPause(
                            begin.plus(
                                    RandomVariates.minutes(
                                            RandomVariates.between(random, 20, 190))),
                            RandomVariates.minutes(RandomVariates.between(random, least, most)));
            return happens ? List.of(pause) : List.of();
        }

        CommissionPlan commissionDriver(int number) {
            SplittableRandom random = streams.of("commission", number);
            Position home = place(random, night.homes());
            Position start =
                    RandomVariates.happens(random, parameters.startsAtHotSpot())
                            ? place(random, night.hotSpots())
                            : home;
            return new CommissionPlan(
                    number,
                    Integer.toString(FIRST_COMMISSION_DRIVER + number),
                    Names.draw(random),
                    start,
                    home,
                    night.begin().plus(delay(random)), // they may drive before the window, too
                    night.fareScale()
                            * RandomVariates.lognormal(
                                    random,
                                    parameters.reservationWage(),
                                    parameters.reservationSigma()));
        }

        private Position place(SplittableRandom random, List<Cluster> clusters) {
            return night.region()
                    .nearest(
                            RandomVariates.of(
                                    random,
                                    RandomVariates.weighted(random, clusters, Cluster::weight)));
        }
    }
}
