package dev.supporters.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a night from a CSV file: requested_at, origin_lat, origin_lng, destination_lat, destination_lng, and, where
 * known, fare (minor unit) and distance_m. Other columns are left alone.
 */
public final class NightFile {

    private static final List<String> REQUIRED =
            List.of(
                    "requested_at",
                    "origin_lat",
                    "origin_lng",
                    "destination_lat",
                    "destination_lng");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double MOST_FARE = 1e9;
    private static final double MOST_METERS = 1e6;
    private static final double MARGIN_DEGREES = .02;
    private static final int HOT_SPOTS = 40;

    private final String file;
    private final NightParameters parameters;
    private final Streams streams;

    private NightFile(String file, NightParameters parameters, Streams streams) {
        this.file = file;
        this.parameters = parameters;
        this.streams = streams;
    }

    /** Reads the file. Times on full minutes are spread over their minute by the seed. */
    public static Night read(Path path, NightParameters parameters, long seed) {
        String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        return new NightFile(name, parameters, new Streams(seed)).night(lines(path, name));
    }

    private static List<String> lines(Path path, String name) {
        try {
            if (Files.isDirectory(path)) {
                throw NightFileException.unreadable(name, "is a directory");
            }
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException e) {
            throw NightFileException.unreadable(name, "there is no such file");
        } catch (IOException e) {
            throw NightFileException.unreadable(name, "cannot be read: " + e.getMessage());
        }
    }

    private Night night(List<String> lines) {
        Map<String, Integer> columns = columns(lines.isEmpty() ? "" : lines.getFirst());
        List<OffsetDateTime> times = new ArrayList<>();
        List<NightCall> calls = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            CsvRow row = row(columns, i + 1, lines.get(i));
            OffsetDateTime time = row.time("requested_at");
            if (!times.isEmpty()
                    && Duration.between(times.getFirst(), time).abs().compareTo(LONGEST) > 0) {
                throw row.wrong("requested_at", "within 24 hours of " + times.getFirst());
            }
            times.add(time);
            calls.add(call(row, time));
        }
        if (calls.isEmpty()) {
            throw NightFileException.at(file, 2, "requested_at", "", "at least one call");
        }
        return night(times, calls);
    }

    private Map<String, Integer> columns(String header) {
        List<String> names =
                CsvLine.cells(header.startsWith("\uFEFF") ? header.substring(1) : header);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i), i) != null) {
                throw NightFileException.at(file, 1, names.get(i), header, "each column once");
            }
        }
        for (String required : REQUIRED) {
            if (!columns.containsKey(required)) {
                throw NightFileException.at(
                        file, 1, required, header, "a header with " + String.join(",", REQUIRED));
            }
        }
        return columns;
    }

    private CsvRow row(Map<String, Integer> columns, int line, String text) {
        List<String> cells = CsvLine.cells(text);
        if (cells.size() != columns.size()) {
            throw NightFileException.at(
                    file,
                    line,
                    Integer.toString(cells.size()),
                    text,
                    columns.size() + " columns, as in the header");
        }
        return new CsvRow(file, line, columns, cells);
    }

    private NightCall call(CsvRow row, OffsetDateTime time) {
        Point origin = row.point("origin_lat", "origin_lng");
        Point destination = row.point("destination_lat", "destination_lng");
        double meters =
                row.amount("distance_m", MOST_METERS, "metres, or nothing")
                        .orElseGet(() ->
                                1_000 * new TravelTimes(parameters).roadKm(origin, destination));
        double fare =
                row.amount(
                                "fare",
                                MOST_FARE,
                                "an amount in the minor unit, not negative, or nothing")
                        .orElseGet(() ->
                                parameters.missingFareBase()
                                        + parameters.missingFarePerKm() * meters / 1_000);
        return new NightCall(
                spread(time, row.line()),
                origin,
                destination,
                Math.round(fare),
                (int) Math.round(meters));
    }

    /** Meters like full minutes; people don't. */
    private Instant spread(OffsetDateTime time, int line) {
        boolean fullMinute = time.getSecond() == 0 && time.getNano() == 0;
        return fullMinute
                ? time.toInstant().plusMillis(streams.of("minute", line).nextInt(60_000))
                : time.toInstant();
    }

    private Night night(List<OffsetDateTime> times, List<NightCall> calls) {
        List<Point> origins = calls.stream().map(NightCall::origin).toList();
        List<Point> destinations = calls.stream().map(NightCall::destination).toList();
        List<Point> all = new ArrayList<>(origins);
        all.addAll(destinations);
        Box region = Box.around(all, MARGIN_DEGREES);
        List<Cluster> hotSpots = HotSpots.densest(origins, HOT_SPOTS);
        ZoneId zone = TimeZones.of(times, hotSpots.getFirst().center());
        List<NightCall> sorted =
                calls.stream().sorted(Comparator.comparing(NightCall::requestedAt)).toList();
        return new Night(
                file,
                zone,
                businessDate(sorted.getFirst().requestedAt(), zone),
                zone.getId().equals("Asia/Seoul") ? "KRW" : "USD",
                region,
                sorted,
                hotSpots,
                HotSpots.densest(destinations, 2 * HOT_SPOTS));
    }

    /** A first call in the small hours belongs to the evening before. */
    private static LocalDate businessDate(Instant first, ZoneId zone) {
        return first.atZone(zone).minusHours(12).toLocalDate();
    }
}
