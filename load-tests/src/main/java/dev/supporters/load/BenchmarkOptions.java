package dev.supporters.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked of a run.
 *
 * @param root the project's folder
 * @param sets what is measured
 * @param length how long each of the loops measures
 * @param warmUp how long Route is warmed up before anything is measured
 * @param streams how many requests are under way at once on each connection
 */
record BenchmarkOptions(
        Path root,
        Set<BenchmarkSet> sets,
        Duration length,
        Duration warmUp,
        int connections,
        int streams) {

    /** What can be measured. */
    enum BenchmarkSet {
        /** How fast a call is decided, by the services. */
        ROUTE,
        /** The decision classes, in the benchmark's own process. */
        DECISIONS,
        /** How long routing takes to start in the middle of a night. */
        START,
        /** How long after the window's end many shifts have ended, by the services. */
        CLOCKOFF,
        /** What a request of an app costs the gateway. */
        SCREENS;

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Throws an IllegalArgumentException, whose message is one line for a person, if one cannot be obeyed. */
    static BenchmarkOptions of(Properties given) {
        return new BenchmarkOptions(
                Path.of(given.getProperty("supporters.root", ".")).toAbsolutePath().normalize(),
                sets(given.getProperty("set", "")),
                Duration.ofSeconds(whole(given, "seconds", 20, 3_600)),
                Duration.ofSeconds(whole(given, "warmup", 120, 3_600)),
                whole(given, "connections", 2, 64),
                whole(given, "streams", 8, 256));
    }

    /** What each closed loop drives before it measures. */
    Duration leadIn() {
        return length.dividedBy(2);
    }

    Duration night() {
        return length.multipliedBy(3).dividedBy(2);
    }

    String text() {
        return "%d connections of %d streams; %d s each, after %d s of warm-up"
                .formatted(connections, streams, length.toSeconds(), warmUp.toSeconds());
    }

    private static Set<BenchmarkSet> sets(String given) {
        if (given.isBlank()) {
            return Set.of(BenchmarkSet.ROUTE);
        }
        Set<BenchmarkSet> sets = EnumSet.noneOf(BenchmarkSet.class);
        for (String name : given.split(",", -1)) {
            sets.add(
                    Stream.of(BenchmarkSet.values())
                            .filter(set -> set.option().equals(name.strip()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "-Dset=%s (expected: route, decisions, start, clockoff, screens, several separated by commas)"
                                                    .formatted(given))));
        }
        return sets;
    }

    private static int whole(Properties given, String name, int standard, int most) {
        String value = given.getProperty(name, "").strip();
        if (value.isEmpty()) {
            return standard;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "-D%s=%s (expected: a whole number from 1 to %d)".formatted(name, value, most));
    }
}
