package dev.supporters.local;

import dev.supporters.local.options.InvalidOptionException;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightFile;
import dev.supporters.simulation.NightFileException;
import dev.supporters.simulation.NightFileOptions;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The night that the options ask for. */
final class RequestedNight {

    /** The Friday of seed 1. */
    private static final LocalDate FIRST_FRIDAY = LocalDate.of(2026, 11, 20);

    private static final int FRIDAYS = 50;

    private static final int SYNTHETIC_NIGHTS = 30;
    private static final long SEED_STEP = 1_000_003;
    private static final int MOST_FILES = 30;
    private static final long MOST_BYTES = 20L << 20;

    private RequestedNight() {}

    /** Says in one line what is played of a file, and what is not. */
    static Night of(LocalOptions options, Consumer<String> say) {
        return options.night()
                .map(file -> read(file, options, say))
                .orElseGet(() ->
                        SeoulNight.of(friday(options.seed()), parameters(options), options.seed()));
    }

    /** Nights of neighbouring seeds have dates of their own, so that models can be trained from several. */
    private static LocalDate friday(long seed) {
        return FIRST_FRIDAY.plusWeeks(Math.floorMod(seed - 1, FRIDAYS));
    }

    private static Night read(Path path, LocalOptions options, Consumer<String> say) {
        NightFile file = file(path, options);
        say.accept(file.summary());
        return file.night();
    }

    private static NightFile file(Path path, LocalOptions options) {
        return NightFile.read(
                path,
                new NightFileOptions(zone(options.zone()), currency(options.currency())),
                parameters(options),
                options.seed());
    }

    /**
     * Earlier nights of the same city, from which the demand of the requested one can be foreseen: those in the folder of its file, or
     * synthetic ones of other seeds.
     */
    static List<Night> earlier(LocalOptions options, Night night) {
        return options.night()
                .map(file -> inFolder(file, options, night))
                .orElseGet(() ->
                        IntStream.rangeClosed(1, SYNTHETIC_NIGHTS)
                                .mapToObj(week ->
                                        SeoulNight.of(
                                                night.businessDate().minusWeeks(week),
                                                parameters(options),
                                                options.seed() - SEED_STEP * week))
                                .toList());
    }

    private static List<Night> inFolder(Path file, LocalOptions options, Night night) {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.filter(other -> other.getFileName().toString().endsWith(".csv"))
                    .filter(other -> !other.getFileName().equals(file.getFileName()))
                    .filter(other -> other.toFile().length() <= MOST_BYTES)
                    .sorted()
                    .limit(MOST_FILES)
                    .map(other -> readable(other, options))
                    .flatMap(Optional::stream)
                    .filter(other -> other.zone().equals(night.zone()))
                    .filter(other -> night.region().contains(other.region().center()))
                    .filter(other -> other.businessDate().isBefore(night.businessDate()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Night> readable(Path file, LocalOptions options) {
        try {
            return Optional.of(file(file, options).night());
        } catch (NightFileException e) {
            return Optional.empty(); // the folder may contain anything
        }
    }

    private static Optional<ZoneId> zone(String text) {
        return given("zone", text, NightFileOptions::zone, NightFileOptions.ZONE_EXPECTED);
    }

    private static Optional<Currency> currency(String text) {
        return given(
                "currency", text, NightFileOptions::currency, NightFileOptions.CURRENCY_EXPECTED);
    }

    private static <T> Optional<T> given(
            String name, String text, Function<String, Optional<T>> reader, String expected) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        reader.apply(text)
                                .orElseThrow(
                                        () -> new InvalidOptionException(name, text, expected)));
    }

    /** The night model's numbers, with as many calls and cheaters as were asked for. */
    static NightParameters parameters(LocalOptions options) {
        return NightParameters.overriddenBy(
                "{\"calls\": %d, \"callsSigma\": 0, \"cheaters.share\": %s}"
                        .formatted(options.calls(), options.cheaters() / 100.0));
    }
}
