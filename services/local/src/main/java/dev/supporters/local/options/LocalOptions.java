package dev.supporters.local.options;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What was asked of the local stand. An option is declared here and nowhere else: its reader, the usage text and the table of the
 * README are made from this record.
 *
 * <p>This package uses nothing but the JDK. {@code mvnw} compiles it and starts {@link LocalPlan} before anything is built.
 *
 * @param root the project's folder
 */
public record LocalOptions(
        Path root,
        @LocalOption(
                        description = "plays the calls of a CSV (columns below)",
                        valueForm = "FILE",
                        defaultText = "a synthetic night of Seoul")
                Optional<Path> night,
        @LocalOption(
                        description =
                                "the time zone of the file: an IANA name, or an offset like `+05:30`",
                        valueForm = "ZONE",
                        defaultText = "that of the place, or of the file's own times")
                String zone,
        @LocalOption(
                        description = "the currency of the file's fares (ISO 4217)",
                        valueForm = "KRW",
                        defaultText = "that of the place")
                String currency,
        @LocalOption(
                        description = "seconds of the night in one second",
                        defaultValue = "30",
                        min = 1,
                        max = 600)
                double rate,
        @LocalOption(
                        description = "calls of the synthetic night",
                        defaultValue = "440",
                        min = 1,
                        max = 20_000)
                int calls,
        @LocalOption(
                        description = "how many supporters",
                        defaultValue = "100",
                        min = 1,
                        max = 2_000)
                int supporters,
        @LocalOption(description = "how many commission drivers", defaultValue = "160", max = 2_000)
                int commission,
        @LocalOption(
                        description =
                                "how many of a hundred supporters play the system, each in one way; the report says whom the signals of abuse find",
                        defaultValue = "0",
                        max = 100)
                int cheaters,
        @LocalOption(description = "the same seed plays the same people", defaultValue = "1")
                long seed,
        @LocalOption(
                        description =
                                "`off`: supporters are not told where to go or when to rest; the same night without moves",
                        valueForm = "off",
                        defaultValue = "on")
                boolean moves,
        @LocalOption(
                        description =
                                "`on`: shifts begin only in zones, and calls from elsewhere go to general dispatch",
                        valueForm = "on",
                        defaultValue = "off")
                boolean activeZones,
        @LocalOption(
                        description =
                                "`2019`: the incident of the launch night: from 23:20 to 00:20 a part is slow, and the console shows which one ([the incident drill](#the-incident-drill))",
                        valueForm = "2019",
                        defaultText = "none")
                PlayedIncident incident,
        @LocalOption(
                        description =
                                "ranks by the models of this folder, as `-Ptrain` makes them ([training](services/training)); what cannot be used is told in the report",
                        valueForm = "DIR",
                        defaultText = "none: `nearest@1` ranks")
                Optional<Path> models,
        @LocalOption(
                        description =
                                "starts only these services (with broker, store and issuer), plays nothing",
                        valueForm = "routing,work",
                        defaultText = "all")
                List<String> only,
        @LocalOption(
                        description =
                                "ends after the report; exit status 0 only if every invariant held",
                        valueForm = "false",
                        defaultValue = "true",
                        defaultText = "stays up")
                boolean stay,
        @LocalOption(
                        description =
                                "for how many seconds at most calls are rehearsed before the night, so that it meets warm processes; 0: not at all",
                        defaultValue = "90",
                        max = 600)
                Duration rehearsal,
        @LocalOption(
                        description =
                                "shows the traces of all services in a Zipkin server: one that it fetches and starts, or with an address one that runs already",
                        valueForm = "URL",
                        defaultText = "none",
                        valueOptional = true)
                ZipkinServer zipkin,
        @LocalOption(
                        name = "native",
                        description =
                                "runs all services, or these, as native executables, which must have been compiled ([local](services/local))",
                        valueForm = "call,routing",
                        defaultText = "on the JVM",
                        valueOptional = true)
                List<String> natively,
        @LocalOption(
                        description = "free ports instead of those in the table",
                        valueForm = "true",
                        defaultValue = "false")
                boolean freePorts) {

    /** What goes wrong in the night on purpose. */
    public enum PlayedIncident {
        NONE,
        LAUNCH_NIGHT_2019
    }

    /**
     * The Zipkin server that was asked for.
     *
     * @param own whether the stand starts one
     * @param running one that runs already
     */
    public record ZipkinServer(boolean own, Optional<URI> running) {}

    public LocalOptions {
        only = List.copyOf(only);
        natively = List.copyOf(natively);
    }

    /**
     * Reads the options.
     *
     * @throws InvalidOptionException if one of them is unknown or cannot be obeyed
     */
    public static LocalOptions of(Path root, Map<String, String> given) {
        return new LocalOptionsReader(root.toAbsolutePath().normalize(), given).read();
    }

    /**
     * Reads the options that reached this JVM.
     *
     * @param told what the build tells: the project's folder, and all that was given to Maven with {@code -D}
     * @param arguments the same from {@code mvnw}, which starts this JVM when Maven has ended
     */
    public static LocalOptions of(Properties told, String... arguments) {
        Map<String, String> given =
                GivenProperties.ofMaven(told.getProperty("supporters.given", "{}"));
        given.putAll(GivenProperties.ofArguments(arguments));
        return of(Path.of(told.getProperty("supporters.root", ".")), given);
    }

    /** Equal for runs of the same night: only such a run continues one that was stopped. */
    public String nightKey() {
        return "night=%s zone=%s currency=%s rate=%s calls=%d supporters=%d commission=%d cheaters=%d seed=%d moves=%s activeZones=%s incident=%s models=%s"
                .formatted(
                        night.map(Path::toString).orElse("synthetic"),
                        zone,
                        currency,
                        rate,
                        calls,
                        supporters,
                        commission,
                        cheaters,
                        seed,
                        moves,
                        activeZones,
                        incident,
                        models.map(Path::toString).orElse("none"));
    }
}
