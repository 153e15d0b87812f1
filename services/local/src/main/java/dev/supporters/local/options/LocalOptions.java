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
 * <p>This package uses nothing but the JDK. {@code mvnw} starts {@link LocalPlan} from its source, before anything is built.
 *
 * @param root the project's folder
 */
public record LocalOptions(
        Path root,
        @LocalOption(
                        text = "plays the calls of a CSV (columns below)",
                        form = "FILE",
                        standardText = "a synthetic night of Seoul")
                Optional<Path> night,
        @LocalOption(
                        text = "seconds of the night in one second",
                        standard = "60",
                        least = 1,
                        most = 600)
                double rate,
        @LocalOption(
                        text = "calls of the synthetic night",
                        standard = "600",
                        least = 1,
                        most = 20_000)
                int calls,
        @LocalOption(text = "how many supporters", standard = "80", least = 1, most = 2_000)
                int supporters,
        @LocalOption(text = "how many commission drivers", standard = "160", most = 2_000)
                int commission,
        @LocalOption(text = "the same seed plays the same people", standard = "1") long seed,
        @LocalOption(
                        text =
                                "starts only these services (with broker, store and issuer), plays nothing",
                        form = "routing,work",
                        standardText = "all")
                List<String> only,
        @LocalOption(
                        text =
                                "ends after the report; exit status 0 only if every invariant held",
                        form = "false",
                        standard = "true",
                        standardText = "stays up")
                boolean stay,
        @LocalOption(
                        text =
                                "for how many seconds at most calls are rehearsed before the night, so that it meets warm processes; 0: not at all",
                        standard = "90",
                        most = 600)
                Duration rehearsal,
        @LocalOption(
                        text =
                                "shows the traces of all services in a Zipkin server: one that it fetches and starts, or with an address one that runs already",
                        form = "URL",
                        standardText = "none",
                        aloneIsYes = true)
                ZipkinServer zipkin,
        @LocalOption(
                        name = "native",
                        text =
                                "runs all services, or these, as native executables, which must have been compiled ([local](services/local))",
                        form = "call,routing",
                        standardText = "on the JVM",
                        aloneIsYes = true)
                List<String> natively,
        @LocalOption(
                        text = "free ports instead of those in the table",
                        form = "true",
                        standard = "false")
                boolean freePorts) {

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
        return "night=%s rate=%s calls=%d supporters=%d commission=%d seed=%d"
                .formatted(
                        night.map(Path::toString).orElse("synthetic"),
                        rate,
                        calls,
                        supporters,
                        commission,
                        seed);
    }
}
