package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Makes synthetic nights of greater Seoul, the same for the same seed. */
public final class SeoulNight {

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final double MARGIN_DEGREES = .02;

    private final NightParameters parameters;
    private final RandomStreams streams;
    private final SeoulMap map;
    private final TravelTimes travel;
    private final Destinations destinations;
    private final Instant begin;

    private SeoulNight(LocalDate date, NightParameters parameters, long seed) {
        this.parameters = parameters;
        this.streams = new RandomStreams(seed);
        this.map = tonight(SeoulMap.read(), parameters, streams.of("spots", 0));
        this.travel = new TravelTimes(parameters);
        this.destinations = new Destinations(map.residences(), parameters);
        this.begin = date.atTime(Night.WINDOW_BEGIN).atZone(ZONE).toInstant();
    }

    public static Night of(LocalDate date, NightParameters parameters, long seed) {
        return new SeoulNight(date, parameters, seed)
                .night("seoul-" + date + "-seed-" + seed, date);
    }

    /** Each spot is busier or quieter tonight. */
    private static SeoulMap tonight(
            SeoulMap map, NightParameters parameters, SplittableRandom random) {
        List<SeoulMap.Spot> spots = new ArrayList<>();
        for (SeoulMap.Spot spot : map.hotSpots()) {
            Cluster usual = spot.cluster();
            double weight =
                    usual.weight() * RandomVariates.lognormal(random, 1, parameters.hotSpotSigma());
            spots.add(
                    new SeoulMap.Spot(
                            new Cluster(usual.center(), weight, usual.sigmaKm()), spot.kind()));
        }
        return new SeoulMap(List.copyOf(spots), map.residences());
    }

    private Night night(String name, LocalDate date) {
        long volume =
                Math.round(
                        RandomVariates.lognormal(
                                streams.of("volume", 0),
                                parameters.calls(),
                                parameters.callsSigma()));
        List<NightCall> calls = new ArrayList<>();
        for (long number = 0; number < volume; number++) {
            calls.add(call(streams.of("call", number)));
        }
        calls.sort(Comparator.comparing(NightCall::requestedAt));
        List<Position> places = new ArrayList<>();
        calls.forEach(call -> places.add(call.origin()));
        calls.forEach(call -> places.add(call.destination()));
        map.residences().forEach(residence -> places.add(residence.center()));
        return new Night(
                name,
                ZONE,
                date,
                "KRW",
                Box.around(places, MARGIN_DEGREES),
                calls,
                map.hotSpots().stream().map(SeoulMap.Spot::cluster).toList(),
                map.residences());
    }

    private NightCall call(SplittableRandom random) {
        List<Integer> hours = List.of(0, 1, 2, 3);
        int hour = RandomVariates.weighted(random, hours, h -> parameters.hourShares().get(h));
        double hours21 = hour + random.nextDouble();
        Position origin =
                RandomVariates.happens(random, parameters.hotSpotShare())
                        ? RandomVariates.of(random, spot(random, hours21).cluster())
                        : RandomVariates.of(
                                random,
                                RandomVariates.weighted(random, map.residences(), Cluster::weight));
        Position destination = destinations.draw(random, origin);
        double road = travel.roadKm(origin, destination);
        return new NightCall(
                begin.plusMillis(Math.round(hours21 * 3_600_000)),
                origin,
                destination,
                parameters.fare(road),
                (int) Math.round(road * 1_000));
    }

    private SeoulMap.Spot spot(SplittableRandom random, double hours) {
        return RandomVariates.weighted(
                random, map.hotSpots(), spot -> spot.weight(parameters, hours));
    }
}
