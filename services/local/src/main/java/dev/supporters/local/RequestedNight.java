package dev.supporters.local;

import dev.supporters.local.options.InvalidOptionException;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightFile;
import dev.supporters.simulation.NightFileOptions;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The night that the options ask for. */
final class RequestedNight {

    /** A Friday; the same each time, so that the same seed gives the same night. */
    private static final LocalDate SYNTHETIC = LocalDate.of(2026, 11, 20);

    private RequestedNight() {}

    /** Says in one line what is played of a file, and what is not. */
    static Night of(LocalOptions options, Consumer<String> say) {
        return options.night()
                .map(file -> read(file, options, say))
                .orElseGet(() -> SeoulNight.of(SYNTHETIC, parameters(options), options.seed()));
    }

    private static Night read(Path path, LocalOptions options, Consumer<String> say) {
        NightFile file =
                NightFile.read(
                        path,
                        new NightFileOptions(zone(options.zone()), currency(options.currency())),
                        parameters(options),
                        options.seed());
        say.accept(file.summary());
        return file.night();
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

    /** The night model's numbers, with as many calls as were asked for. */
    static NightParameters parameters(LocalOptions options) {
        return NightParameters.overriddenBy(
                "{\"calls\": " + options.calls() + ", \"callsSigma\": 0}");
    }
}
