package dev.supporters.simulation.command;

import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightFile;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
        Night tonight = file.orElseThrow().night();
        return PastNights.of(
                options.history().stream().map(path -> before(tonight, path)).toList(), tonight);
    }

    /** A night from which tonight can be foreseen: an earlier one of the same city. */
    private Night before(Night tonight, Path path) {
        Night other = read(path).night();
        LocalDateTime begin = tonight.businessDate().atTime(Night.WINDOW_BEGIN);
        if (!begin.atZone(other.zone())
                .getOffset()
                .equals(begin.atZone(tonight.zone()).getOffset())) {
            throw unusable(path, "a night in " + other.zone(), "one in " + tonight.zone());
        }
        long there =
                other.calls().stream()
                        .filter(call -> tonight.region().contains(call.origin()))
                        .count();
        if (there * 2 < other.calls().size()) {
            throw unusable(
                    path,
                    "%d of %d calls begin where those of the night do"
                            .formatted(there, other.calls().size()),
                    "a night of the same city");
        }
        if (!other.businessDate().isBefore(tonight.businessDate())) {
            throw unusable(
                    path,
                    "the night of " + other.businessDate(),
                    "one before " + tonight.businessDate());
        }
        return other;
    }

    private static InvalidSimulationException unusable(Path path, String found, String expected) {
        return new InvalidSimulationException(
                "history", path.getFileName() + ": " + found, expected);
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
