package dev.supporters.simulation.command;

import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightFile;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** The nights that were asked for, and what is known before them from others. */
final class SimulatedNights {

    /** A Friday; the night model knows no weekdays. */
    private static final LocalDate DATE = LocalDate.of(2026, 11, 27);

    private static final int SUPPORTERS = 500;

    private final SimulationOptions options;
    private final NightParameters parameters;
    private final Optional<NightFile> file;
    private final PastNights past;

    SimulatedNights(SimulationOptions options) {
        this.options = options;
        this.parameters = options.parameters();
        this.file = options.night().map(this::read);
        this.past = file.isPresent() ? pastOfFile() : PastNights.ofSeoul(parameters, DATE);
    }

    private NightFile read(Path path) {
        return NightFile.read(path, options.nightOptions(), parameters, options.seed());
    }

    private PastNights pastOfFile() {
        return PastNights.of(
                options.history().stream().map(path -> read(path).night()).toList(),
                file.orElseThrow().night());
    }

    /** Smoothed calls in 30 minutes at which a cell of a zone opens; empty: there are no zones. */
    OptionalDouble zones() {
        return options.zones();
    }

    PastNights past() {
        return past;
    }

    /** One line on the night's file, if there is one. */
    Optional<String> summary() {
        return file.map(read -> {
            String known =
                    options.history().isEmpty()
                            ? "; no -Dhistory, so nothing is forecast and nobody is moved"
                            : "; forecast from %d other nights".formatted(options.history().size());
            return read.summary() + known;
        });
    }

    int supporters() {
        return options.supporters()
                .orElseGet(() ->
                        file.map(read -> NightParameters.supportersFor(read.night().calls().size()))
                                .orElse(SUPPORTERS));
    }

    NightModel model(long seed) {
        Night night = file.map(NightFile::night).orElseGet(() -> synthetic(seed));
        return new NightModel(night, parameters, seed, supporters());
    }

    private Night synthetic(long seed) {
        double calls = parameters.calls() * parameters.demandFactor();
        return SeoulNight.of(DATE, parameters.withCalls((int) Math.round(calls)), seed);
    }
}
