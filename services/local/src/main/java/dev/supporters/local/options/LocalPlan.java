package dev.supporters.local.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ./mvnw -Plocal} is going to do. {@code mvnw} compiles this package by itself, so that a misspelt option is refused
 * before anything is built.
 */
public final class LocalPlan {

    private static final int BAD_INPUT = 2;
    private static final int NOTHING_TO_DO = 3;
    private static final int NOTHING_TO_BUILD = 4;

    /** From the first call of a night to the last driver who goes home. */
    private static final Duration NIGHT = Duration.ofMinutes(330);

    /** As measured for the root README, rounded to ten seconds. */
    private static final Duration START = Duration.ofSeconds(60);

    private LocalPlan() {}

    /**
     * Prints the plan.
     *
     * @param arguments the project's folder, and what {@code mvnw} was given
     */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]);
        var given = GivenProperties.ofArguments(arguments);
        if (given.containsKey("help")) {
            System.out.println("./mvnw -Plocal plays a night on this machine. Its options:");
            OptionTable.usage().forEach(System.out::println);
            System.exit(NOTHING_TO_DO);
        }
        try {
            LocalOptions options = LocalOptions.of(root, given);
            boolean built = needsNoBuild(options, arguments);
            lines(options, built).forEach(System.out::println);
            if (built) {
                System.exit(NOTHING_TO_BUILD);
            }
        } catch (InvalidOptionException e) {
            System.out.println(e.getMessage());
            System.out.println("./mvnw -Plocal -Dhelp shows all options.");
            System.exit(BAD_INPUT);
        }
    }

    /** What else is given to Maven may be meant for the build. */
    static boolean needsNoBuild(LocalOptions options, String... arguments) {
        return options.natively().isEmpty()
                && !options.zipkin().own()
                && Arrays.stream(arguments)
                        .skip(1)
                        .allMatch(argument ->
                                argument.equals("-Plocal")
                                        || argument.equals("-B")
                                        || OptionNames.isOption(argument))
                && new BuildState(options.root()).isCurrent();
    }

    static List<String> lines(LocalOptions options, boolean built) {
        List<String> lines = new ArrayList<>();
        lines.add(row("builds", build(options, built)));
        lines.add(
                row(
                        "starts",
                        "broker, document store and issuer in one process, "
                                + services(options)
                                + ": about "
                                + START.toSeconds()
                                + " seconds; logs: target/stand"
                                + (options.freePorts() ? "-" + options.seed() : "")
                                + "/logs"));
        lines.add(row("plays", night(options)));
        lines.add(
                row(
                        "open",
                        options.freePorts()
                                ? "free ports; they are shown when all is ready"
                                : "http://127.0.0.1:8080, as soon as all is ready; Ctrl-C ends everything"));
        return lines;
    }

    private static String build(LocalOptions options, boolean built) {
        if (built) {
            return "nothing: nothing has changed since the last build";
        }
        boolean again = Files.exists(options.root().resolve("services/local/target/classes"));
        return "what has changed, without tests: about "
                + (again ? "a minute" : "four minutes, the first time")
                + "; target/local-build.log has Maven's output";
    }

    private static String services(LocalOptions options) {
        int count =
                options.only().isEmpty()
                        ? ServiceFolders.in(options.root()).size()
                        : options.only().size();
        return count == 1 ? "a service" : count + " services";
    }

    private static String night(LocalOptions options) {
        if (!options.only().isEmpty()) {
            return "nothing: only " + String.join(", ", options.only());
        }
        String what =
                options.night()
                        .map(file -> file.getFileName().toString())
                        .orElseGet(() ->
                                String.format(
                                        Locale.ROOT,
                                        "a synthetic night of Seoul, %,d calls",
                                        options.calls()));
        long minutes =
                Math.ceilDiv(
                        options.rehearsal().toSeconds()
                                + Math.round(NIGHT.toSeconds() / options.rate()),
                        60);
        return String.format(
                Locale.ROOT,
                "%s, %,d supporters, %,d commission drivers%s%s%s%s%s, at rate %s: about %d minutes%s",
                what,
                options.supporters(),
                options.commission(),
                options.cheaters() == 0 ? "" : ", " + options.cheaters() + " % cheaters",
                options.moves() ? "" : ", without moves",
                options.activeZones() ? ", with zones" : "",
                options.incident() == LocalOptions.PlayedIncident.NONE
                        ? ""
                        : ", with the incident of 2019",
                options.models().isPresent() ? ", with models" : "",
                plain(options.rate()),
                minutes,
                options.stay() ? "; then it stays up" : "");
    }

    private static String plain(double rate) {
        return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
    }

    private static String row(String what, String text) {
        return "  %-7s %s".formatted(what, text);
    }
}
