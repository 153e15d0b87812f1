package dev.supporters.training;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Products;
import dev.supporters.contract.TimeZones;
import dev.supporters.dispatch.model.InvalidModelException;
import dev.supporters.dispatch.model.ModelVersion;
import dev.supporters.platform.option.GivenOptions;
import dev.supporters.platform.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The options of the command.
 *
 * @param nights a folder of night files, or one file
 * @param kafka settings of a client of the brokers whose event log is first written to the nights' folder; empty: none
 * @param out the folder to which models are written
 * @param before only nights before this business date are looked at; empty: all
 * @param version the version of the new models
 * @param heldOut how many of the last nights models are scored on; empty: one in five
 * @param publish the folder in which mlgateway looks for models, and into which a new one is put; empty: none is
 * @param inUse the version that ranks: it is not removed from that folder
 * @param gap a night without any call for so long within its window is left out
 */
record TrainingOptions(
        Path nights,
        Map<String, String> kafka,
        Path out,
        String region,
        String product,
        ZoneId zone,
        Optional<LocalDate> before,
        int version,
        Optional<Integer> heldOut,
        Optional<Path> publish,
        Optional<ModelVersion> inUse,
        Duration gap) {

    /** Settings of the Kafka client have this before their name. */
    static final String KAFKA = "kafka.";

    private static final List<String> NAMES =
            List.of(
                    "nights",
                    "kafka",
                    "kafkaConfig",
                    "out",
                    "region",
                    "product",
                    "zone",
                    "before",
                    "modelVersion",
                    "heldOut",
                    "publish",
                    "inUse",
                    "gap");

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_VERSION = 999_999;

    /** An option that is no option, or has an impossible value. */
    static final class InvalidTrainingOptionException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidTrainingOptionException(String option, String found, String expected) {
            this("-D" + option + ": " + found + " (expected: " + expected + ")");
        }

        private InvalidTrainingOptionException(String line) {
            super(line);
        }
    }

    /** Of what was given; what is empty was not given. */
    static TrainingOptions of(Map<String, String> given) {
        GivenOptions.unknown(given, "train", NAMES)
                .ifPresent(line -> {
                    throw new InvalidTrainingOptionException(line);
                });
        Map<String, String> kafka = kafka(given);
        return new TrainingOptions(
                nights(given.getOrDefault("nights", ""), !kafka.isEmpty()),
                kafka,
                Path.of(given.getOrDefault("out", "target/models")),
                region(given.getOrDefault("region", "seoul")),
                product(given.getOrDefault("product", "DRIVER")),
                zone(given.getOrDefault("zone", "")),
                date(given.getOrDefault("before", "")),
                number(given, "modelVersion", MOST_VERSION).orElse(1),
                number(given, "heldOut", 1_000),
                Optional.of(given.getOrDefault("publish", ""))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of),
                inUse(given.getOrDefault("inUse", "")),
                Duration.ofMinutes(number(given, "gap", 1_440).orElse(60)));
    }

    private static Path nights(String text, boolean isMade) {
        if (text.isEmpty() || (!isMade && !Files.exists(Path.of(text)))) {
            throw new InvalidTrainingOptionException(
                    "nights",
                    text.isEmpty() ? "nothing" : text,
                    "a folder of night files, or one file");
        }
        return Path.of(text);
    }

    private static Optional<ModelVersion> inUse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(ModelVersion.parse(text));
        } catch (InvalidModelException e) {
            throw new InvalidTrainingOptionException("inUse", text, ModelVersion.EXPECTED);
        }
    }

    private static Map<String, String> kafka(Map<String, String> given) {
        String servers = given.getOrDefault("kafka", "");
        String file = given.getOrDefault("kafkaConfig", "");
        Map<String, String> settings = new HashMap<>();
        if (!servers.isEmpty()) {
            given.forEach((name, value) -> {
                if (name.startsWith(KAFKA)) {
                    settings.put(name.substring(KAFKA.length()), value);
                }
            });
        }
        if (!file.isEmpty()) {
            try (var reader = Files.newBufferedReader(Path.of(file))) {
                var properties = new Properties();
                properties.load(reader);
                properties
                        .stringPropertyNames()
                        .forEach(name -> settings.put(name, properties.getProperty(name)));
            } catch (IOException e) {
                throw new InvalidTrainingOptionException(
                        "kafkaConfig", file, "a file of properties");
            }
        }
        if (!servers.isEmpty()) {
            settings.put("bootstrap.servers", servers);
        }
        return settings;
    }

    private static String region(String text) {
        if (!REGION.matcher(text).matches()) {
            throw new InvalidTrainingOptionException(
                    "region", text, "1 to 40 lower-case letters, digits and hyphens");
        }
        return text;
    }

    private static String product(String text) {
        if (Products.sold(text).isEmpty()) {
            throw new InvalidTrainingOptionException("product", text, "a product like DRIVER");
        }
        return text;
    }

    private static ZoneId zone(String text) {
        if (text.isEmpty()) {
            return PolicyDefaults.WINDOW.zone();
        }
        try {
            return TimeZones.parse(text);
        } catch (Refusal e) {
            throw new InvalidTrainingOptionException("zone", text, "an IANA name like Asia/Seoul");
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new InvalidTrainingOptionException("before", text, "a date like 2026-11-29");
        }
    }

    private static Optional<Integer> number(Map<String, String> given, String option, int most) {
        String text = given.getOrDefault(option, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean good = text.matches("[0-9]{1,9}") && in(Integer.parseInt(text), most);
        if (!good) {
            throw new InvalidTrainingOptionException(
                    option, text, "a whole number from 1 to " + most);
        }
        return Optional.of(Integer.parseInt(text));
    }

    private static boolean in(int number, int most) {
        return number >= 1 && number <= most;
    }
}
