package dev.supporters.local.options;

import dev.supporters.simulation.NightFileOptions;
import dev.supporters.simulation.NightParameters;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.SpanExport;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Reads the options from system properties. */
public final class LocalOptionsReader {

    private static final List<String> KNOWN =
            ServiceSpec.ALL.stream().map(ServiceSpec::name).toList();

    private static final String ZIPKIN_SERVER = "services/local/target/zipkin/zipkin-server.jar";
    private static final int MOST_SUPPORTERS = 2_000;

    private final Properties given;

    public LocalOptionsReader(Properties given) {
        this.given = given;
    }

    public LocalOptions parse() {
        Path root = Path.of(given.getProperty("supporters.root", ".")).toAbsolutePath().normalize();
        int calls = (int) whole("calls", 600, 1, 20_000);
        return new LocalOptions(
                root,
                night(root),
                fileOption("zone", NightFileOptions::zone, NightFileOptions.ZONE_EXPECTED),
                fileOption(
                        "currency", NightFileOptions::currency, NightFileOptions.CURRENCY_EXPECTED),
                decimal("rate", 60, 1, 600),
                calls,
                (int) whole("supporters", supportersFor(calls), 1, MOST_SUPPORTERS),
                (int) whole("commission", 160, 0, 2_000),
                whole("seed", 1, 0, Long.MAX_VALUE),
                only(),
                natively(),
                bool("stay", true),
                bool("freePorts", false),
                spans(root),
                Duration.ofSeconds(whole("rehearsal", 90, 0, 600)));
    }

    /** The night model's proportion; also for a file, whose calls nobody has counted yet. */
    private static int supportersFor(int calls) {
        return Math.min(MOST_SUPPORTERS, NightParameters.supportersFor(calls));
    }

    private Optional<Path> night(Path root) {
        String value = given.getProperty("night", "");
        if (value.isBlank()) {
            return Optional.empty();
        }
        Path file = root.resolve(value).normalize();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InvalidOptionException(
                    "night", value, "a CSV file that can be read; looked for " + file);
        }
        return Optional.of(file);
    }

    private <T> Optional<T> fileOption(
            String name, Function<String, Optional<T>> reader, String expected) {
        String value = given.getProperty(name, "");
        if (value.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                reader.apply(value)
                        .orElseThrow(() -> new InvalidOptionException(name, value, expected)));
    }

    private List<String> only() {
        String value = given.getProperty("only", "");
        return value.isBlank() ? List.of() : names("only", value);
    }

    private List<String> natively() {
        String value = given.getProperty("native", "false").strip();
        return switch (value) {
            case "false" -> List.of();
            case "", "true" -> KNOWN;
            default -> names("native", value);
        };
    }

    private static List<String> names(String option, String value) {
        List<String> names = Arrays.stream(value.split(",")).map(String::strip).toList();
        if (!KNOWN.containsAll(names)) {
            throw new InvalidOptionException(option, value, "names of " + String.join(",", KNOWN));
        }
        return names;
    }

    private SpanExport spans(Path root) {
        String value = given.getProperty("zipkin", "false").strip();
        return switch (value) {
            case "false" -> new SpanExport.Nowhere();
            case "", "true" -> new SpanExport.OwnZipkin(root.resolve(ZIPKIN_SERVER));
            default -> new SpanExport.Zipkin(server(value));
        };
    }

    private static URI server(String value) {
        try {
            URI server = new URI(value);
            if ("http".equals(server.getScheme()) && server.getHost() != null) {
                return server;
            }
        } catch (URISyntaxException e) {
            // the exception below says it
        }
        throw new InvalidOptionException(
                "zipkin", value, "nothing, or the http address of a Zipkin server");
    }

    private long whole(String name, long standard, long least, long most) {
        String value = given.getProperty(name, "");
        if (value.isBlank()) {
            return standard;
        }
        try {
            long number = Long.parseLong(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the exception below says it
        }
        throw new InvalidOptionException(
                name, value, "a whole number from " + least + " to " + most);
    }

    private double decimal(String name, double standard, double least, double most) {
        String value = given.getProperty(name, "");
        if (value.isBlank()) {
            return standard;
        }
        try {
            double number = Double.parseDouble(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the exception below says it
        }
        throw new InvalidOptionException(name, value, "a number from " + least + " to " + most);
    }

    private boolean bool(String name, boolean standard) {
        String value = given.getProperty(name, "").strip();
        return switch (value) {
            case "" -> standard;
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidOptionException(name, value, "true or false");
        };
    }
}
