package dev.supporters.local;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightFile;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;

import java.time.LocalDate;

/** The night that the options ask for. */
final class RequestedNight {

    /** A Friday; the same each time, so that the same seed gives the same night. */
    private static final LocalDate SYNTHETIC = LocalDate.of(2026, 11, 20);

    private RequestedNight() {}

    static Night of(LocalOptions options) {
        return options.night()
                .map(file -> NightFile.read(file, parameters(options), options.seed()))
                .orElseGet(() -> SeoulNight.of(SYNTHETIC, parameters(options), options.seed()));
    }

    /** The night model's numbers, with as many calls as were asked for. */
    static NightParameters parameters(LocalOptions options) {
        return NightParameters.overriddenBy(
                "{\"calls\": " + options.calls() + ", \"callsSigma\": 0}");
    }
}
