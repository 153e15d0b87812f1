package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A night that took place, of which is known when and roughly where customers waited, but not where they went: destinations are drawn,
 * the same for the same seed, and fares are those of the night model.
 *
 * @param begin when its window began
 * @param requests its calls; not empty
 * @param driveEnds where drives ended, roughly; without any, customers go where others waited
 */
public record RecordedNight(Instant begin, List<Request> requests, List<Position> driveEnds) {

    private static final int HOT_SPOTS = 40;
    private static final double MARGIN_DEGREES = .02;
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** Places are known to a cell of about a kilometre. */
    private static final double PLACE_SIGMA_KM = .25;

    public RecordedNight {
        requests =
                requests.stream()
                        .sorted(
                                Comparator.comparing(Request::time)
                                        .thenComparing(request -> request.place().lat())
                                        .thenComparing(request -> request.place().lng()))
                        .toList();
        driveEnds = List.copyOf(driveEnds);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("requests: none (expected: at least 1)");
        }
    }

    /** When a call was requested, and the middle of the cell in which the customer waited. */
    public record Request(Instant time, Position place) {}

    /** As a night of the model, whose window is that from 21:00 to 01:00 in a zone of its own: it begins when this one began. */
    public Night night(String name, NightParameters parameters, long seed) {
        ZoneOffset zone = zone();
        RandomStreams streams = new RandomStreams(seed);
        List<Position> origins = new ArrayList<>();
        for (int number = 0; number < requests.size(); number++) {
            origins.add(
                    RandomVariates.of(
                            streams.of("place", number),
                            new Cluster(requests.get(number).place(), 1, PLACE_SIGMA_KM)));
        }
        List<Cluster> homes =
                HotSpots.densest(driveEnds.isEmpty() ? origins : driveEnds, 2 * HOT_SPOTS);
        Destinations destinations = new Destinations(homes, parameters);
        TravelTimes travel = new TravelTimes(parameters);
        List<NightCall> calls = new ArrayList<>();
        for (int number = 0; number < requests.size(); number++) {
            SplittableRandom random = streams.of("destination", number);
            Position origin = origins.get(number);
            Position destination = destinations.draw(random, origin);
            double road = travel.roadKm(origin, destination);
            calls.add(
                    new NightCall(
                            requests.get(number).time(),
                            origin,
                            destination,
                            parameters.fare(road),
                            (int) Math.round(road * 1_000)));
        }
        List<Position> places = new ArrayList<>(origins);
        calls.forEach(call -> places.add(call.destination()));
        homes.forEach(home -> places.add(home.center()));
        return new Night(
                name,
                zone,
                begin.atOffset(zone).toLocalDate(),
                "KRW",
                Box.around(places, MARGIN_DEGREES),
                calls,
                HotSpots.densest(origins, HOT_SPOTS),
                homes);
    }

    /** In which the window began at 21:00. */
    private ZoneOffset zone() {
        long ahead =
                Math.floorMod(
                        Night.WINDOW_BEGIN.toSecondOfDay() - begin.getEpochSecond(), DAY_SECONDS);
        return ZoneOffset.ofTotalSeconds(
                Math.toIntExact(ahead > DAY_SECONDS / 2 ? ahead - DAY_SECONDS : ahead));
    }
}
