package dev.supporters.simulation;

import dev.supporters.contract.Position;
import dev.supporters.simulation.NightFile.LeftOut;
import dev.supporters.simulation.NightFileRows.Row;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a night of a file's rows: of one region, one time zone, one currency and one business date. */
final class NightFileReader {

    private static final Duration MARGIN = Duration.ofHours(1);
    private static final int MOST_CALLS = 20_000;
    private static final double MARGIN_DEGREES = .02;
    private static final int HOT_SPOTS = 40;
    private static final String WON = "KRW";

    private final String file;
    private final NightFileOptions options;
    private final NightParameters parameters;
    private final RandomStreams streams;
    private final TravelTimes travel;
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);

    private NightFileReader(
            String file,
            NightFileOptions options,
            NightParameters parameters,
            RandomStreams streams) {
        this.file = file;
        this.options = options;
        this.parameters = parameters;
        this.streams = streams;
        this.travel = new TravelTimes(parameters);
    }

    static NightFile read(
            Path path, NightFileOptions options, NightParameters parameters, long seed) {
        String file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        return new NightFileReader(file, options, parameters, new RandomStreams(seed))
                .file(NightFileRows.read(path, file, options.currency()));
    }

    private NightFile file(NightFileRows file) {
        NightFilePlaces places = NightFilePlaces.of(this.file, file.rows(), leftOut);
        ZoneId zone =
                options.zone()
                        .orElseGet(() ->
                                NightFileZone.of(
                                        this.file,
                                        places.rows().stream().map(Row::time).toList(),
                                        places.center()));
        NightWindow window = busiest(places.rows(), zone);
        List<Row> played = played(places.rows(), window);
        Currency currency = options.currency().orElseGet(() -> City.currencyAt(places.center()));
        return new NightFile(
                night(played, window, currency.getCurrencyCode()),
                file.rows().size(),
                leftOut,
                file.unusedColumns());
    }

    /** The window with the most calls; of some with as many, the first. */
    private NightWindow busiest(List<Row> rows, ZoneId zone) {
        Map<LocalDate, Integer> calls = new TreeMap<>();
        for (Row row : rows) {
            Instant time = row.time().toInstant();
            NightWindow window = NightWindow.of(time, zone);
            if (window.contains(time, Duration.ZERO)) {
                calls.merge(window.businessDate(), 1, Integer::sum);
            }
        }
        return calls.entrySet().stream()
                .max(
                        Map.Entry.<LocalDate, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(night -> new NightWindow(night.getKey(), zone))
                .orElseThrow(() ->
                        NightFileException.unplayable(
                                file,
                                "no call between 21:00 and 01:00 in " + zone,
                                "calls of an evening; -Dzone= gives another time zone"));
    }

    private List<Row> played(List<Row> rows, NightWindow window) {
        List<Row> played = new ArrayList<>();
        int otherNights = 0;
        for (Row row : rows) {
            Instant time = row.time().toInstant();
            if (window.contains(time, MARGIN)) {
                played.add(row);
            } else if (!NightWindow.of(time, window.zone()).equals(window)) {
                otherNights++;
            }
        }
        NightFilePlaces.count(leftOut, LeftOut.OTHER_NIGHT, otherNights);
        NightFilePlaces.count(
                leftOut, LeftOut.OUTSIDE_WINDOW, rows.size() - played.size() - otherNights);
        if (played.size() > MOST_CALLS) {
            throw NightFileException.unplayable(
                    file,
                    NightFile.counted(played.size(), "call")
                            + " in the night of "
                            + window.businessDate(),
                    "at most " + NightFile.counted(MOST_CALLS, "call"));
        }
        return played;
    }

    private Night night(List<Row> rows, NightWindow window, String currency) {
        List<NightCall> calls =
                rows.stream()
                        .map(row -> call(row, currency))
                        .sorted(Comparator.comparing(NightCall::requestedAt))
                        .toList();
        List<Position> origins = rows.stream().map(Row::origin).toList();
        List<Position> destinations = rows.stream().map(Row::destination).toList();
        List<Position> all = new ArrayList<>(origins);
        all.addAll(destinations);
        return new Night(
                file,
                NightFileOptions.plain(window.zone()),
                window.businessDate(),
                currency,
                Box.around(all, MARGIN_DEGREES),
                calls,
                HotSpots.densest(origins, HOT_SPOTS),
                HotSpots.densest(destinations, 2 * HOT_SPOTS));
    }

    private NightCall call(Row row, String currency) {
        double meters =
                row.meters()
                        .orElseGet(() -> 1_000 * travel.roadKm(row.origin(), row.destination()));
        return new NightCall(
                spread(row),
                row.origin(),
                row.destination(),
                row.fare().orElseGet(() -> estimatedFare(meters / 1_000, currency)),
                (int) Math.round(meters));
    }

    private long estimatedFare(double km, String currency) {
        return currency.equals(WON)
                ? parameters.fare(km)
                : Math.round(parameters.missingFareBase() + parameters.missingFarePerKm() * km);
    }

    /** Meters like full minutes; people don't. */
    private Instant spread(Row row) {
        Instant time = row.time().toInstant();
        boolean fullMinute = row.time().getSecond() == 0 && row.time().getNano() == 0;
        return fullMinute
                ? time.plusMillis(streams.of("minute", row.line()).nextInt(60_000))
                : time;
    }
}
