package dev.supporters.load;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.supporters.platform.option.GivenOptions;
import dev.supporters.stand.ServiceSpec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked of a run.
 *
 * @param root the project's folder
 * @param sets what is measured
 * @param natively services that run as native executables, by name, in the sets that drive calls
 * @param length how long each of the loops measures
 * @param warmUp how long Route is warmed up before anything is measured
 * @param streams how many requests are under way at once on each connection
 * @param sockets how many websockets follow calls
 * @param gateways over how many gateways they are spread
 */
record BenchmarkOptions(
        Path root,
        Set<BenchmarkSet> sets,
        List<String> natively,
        Duration length,
        Duration warmUp,
        int connections,
        int streams,
        int sockets,
        int gateways) {

    private static final List<String> NAMES =
            List.of(
                    "set",
                    "natively",
                    "seconds",
                    "warmup",
                    "connections",
                    "streams",
                    "sockets",
                    "gateways");

    /** What can be measured. */
    enum BenchmarkSet {
        /** How fast a call is decided, by the services. */
        ROUTE,
        /** What a call costs from its request to the ledger, by all services. */
        LIFE,
        /** The decision classes, in the benchmark's own process. */
        DECISIONS,
        /** What a part that answers late does to decisions, and to the parts beside it. */
        INCIDENT,
        /** How long routing takes to start in the middle of a night. */
        START,
        /** How long after the window's end many shifts have ended, by the services. */
        CLOCKOFF,
        /** How long begins take when all begin at once, by the services. */
        CLOCKIN,
        /** How long after its deadline a command is accepted by silence. */
        SILENCE,
        /** What a request of an app costs the gateway. */
        SCREENS,
        /** How soon those who watch calls see a change, and what they cost the gateways. */
        SUBSCRIPTIONS,
        /** What others feel of one customer and one driver who ask as fast as a machine can. */
        GREEDY;

        /** All, as they are asked for. */
        static String options() {
            return Stream.of(values()).map(BenchmarkSet::option).collect(joining(", "));
        }

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Throws an IllegalArgumentException, whose message is one line for a person, if one cannot be obeyed. */
    static BenchmarkOptions of(Path root, Map<String, String> given) {
        GivenOptions.unknown(given, "load-tests", NAMES)
                .ifPresent(line -> {
                    throw new IllegalArgumentException(line);
                });
        return new BenchmarkOptions(
                root.toAbsolutePath().normalize(),
                sets(given.getOrDefault("set", "")),
                natively(given.getOrDefault("natively", "")),
                Duration.ofSeconds(whole(given, "seconds", 20, 3_600)),
                Duration.ofSeconds(whole(given, "warmup", 120, 3_600)),
                whole(given, "connections", 2, 64),
                whole(given, "streams", 8, 256),
                whole(given, "sockets", 5_000, 100_000),
                whole(given, "gateways", 1, 16));
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

    private static List<String> natively(String given) {
        Set<String> names =
                ServiceSpec.ALL.stream().map(ServiceSpec::name).collect(toUnmodifiableSet());
        if (given.isBlank()) {
            return List.of();
        }
        List<String> asked = Stream.of(given.split(",", -1)).map(String::strip).toList();
        asked.stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "-Dnatively=%s (expected: names of services, separated by commas; not %s)"
                                    .formatted(given, name));
                });
        return asked;
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
                                            "-Dset=%s (expected: %s, several separated by commas)"
                                                    .formatted(given, BenchmarkSet.options()))));
        }
        return sets;
    }

    private static int whole(Map<String, String> given, String name, int standard, int most) {
        String value = given.getOrDefault(name, "").strip();
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
