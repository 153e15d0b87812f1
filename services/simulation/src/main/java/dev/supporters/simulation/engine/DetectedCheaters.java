package dev.supporters.simulation.engine;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.dispatch.abuse.AbuseDetector;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.CallCounts;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.simulation.Cheaters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well the detectors of abuse find the cheaters of nights.
 *
 * @param kind what is looked for
 * @param cheaters how many driver-nights there were of it
 * @param found how many of them gave a signal
 * @param others how many other driver-nights gave the same signal
 */
public record DetectedCheaters(Cheaters.Kind kind, int cheaters, int found, int others) {

    /**
     * The detectors of one night.
     *
     * @param kinds by kind
     * @param honest driver-nights of those who did not cheat
     * @param honestFlagged how many of them gave a signal of any kind
     */
    public record DetectedNight(List<DetectedCheaters> kinds, int honest, int honestFlagged) {

        public static final DetectedNight NONE = new DetectedNight(List.of(), 0, 0);

        public DetectedNight {
            kinds = List.copyOf(kinds);
        }

        /** For people to read. */
        public String table() {
            String rows =
                    kinds.stream()
                            .map(kind ->
                                    String.format(
                                            Locale.ROOT,
                                            "%-20s %8d %6d %7d %10.3f %7.3f%n",
                                            kind.kind(),
                                            kind.cheaters(),
                                            kind.found(),
                                            kind.others(),
                                            kind.precision(),
                                            kind.recall()))
                            .collect(Collectors.joining());
            return String.format(
                    Locale.ROOT,
                    "%-20s %8s %6s %7s %10s %7s%n%s%d of %d honest driver-nights gave a signal%n",
                    "signals of",
                    "cheaters",
                    "found",
                    "others",
                    "precision",
                    "recall",
                    rows,
                    honestFlagged,
                    honest);
        }

        public DetectedNight plus(DetectedNight other) {
            if (kinds.isEmpty()) {
                return other;
            }
            List<DetectedCheaters> sums = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                sums.add(kinds.get(i).plus(other.kinds.get(i)));
            }
            return new DetectedNight(
                    sums, honest + other.honest, honestFlagged + other.honestFlagged);
        }
    }

    /** The share of the signals that were of cheaters; 1 if there was none. */
    public double precision() {
        return found + others == 0 ? 1 : (double) found / (found + others);
    }

    /** The share of the cheaters that gave a signal; 1 if there was none. */
    public double recall() {
        return cheaters == 0 ? 1 : (double) found / cheaters;
    }

    private DetectedCheaters plus(DetectedCheaters other) {
        return new DetectedCheaters(
                kind, cheaters + other.cheaters, found + other.found, others + other.others);
    }

    /** Judges a night by the usual rules, and compares with the truth. */
    static DetectedNight of(SimulatedOutcome outcome) {
        if (outcome.facts().isEmpty()) {
            return DetectedNight.NONE;
        }
        List<AbuseSignal> signals = signals(outcome);
        Map<String, Optional<Cheaters.Kind>> truth = truth(outcome.model());
        List<DetectedCheaters> kinds = new ArrayList<>();
        for (AbuseKind kind : AbuseKind.values()) {
            Optional<Cheaters.Kind> own = Optional.of(Cheaters.Kind.valueOf(kind.name()));
            Map<Boolean, Long> flagged =
                    signals.stream()
                            .filter(signal -> signal.kind() == kind)
                            .collect(
                                    Collectors.partitioningBy(
                                            signal ->
                                                    truth.get(signal.driverId().value())
                                                            .equals(own),
                                            Collectors.counting()));
            int cheaters =
                    (int)
                            outcome.facts().stream()
                                    .filter(night ->
                                            truth.get(night.driverId().value()).equals(own))
                                    .count();
            kinds.add(
                    new DetectedCheaters(
                            own.get(),
                            cheaters,
                            flagged.get(true).intValue(),
                            flagged.get(false).intValue()));
        }
        Set<String> honest = new HashSet<>();
        outcome.facts().stream()
                .map(night -> night.driverId().value())
                .filter(driver -> truth.get(driver).isEmpty())
                .forEach(honest::add);
        long wronged =
                signals.stream()
                        .map(signal -> signal.driverId().value())
                        .filter(honest::contains)
                        .distinct()
                        .count();
        return new DetectedNight(kinds, honest.size(), (int) wronged);
    }

    static List<AbuseSignal> signals(SimulatedOutcome outcome) {
        return judge(outcome).signals();
    }

    /** As a service judges it, by the usual rules. */
    static AbuseDetector.Judgement judge(SimulatedOutcome outcome) {
        NightModel model = outcome.model();
        DemandCells cells = new DemandCells();
        CallCounts calls = new CallCounts(model.night().windowBegin(), cells::withNeighbours);
        outcome.calls()
                .forEach(call ->
                        calls.add(cells.cell(call.origin()), model.instant(call.requestedAt())));
        return new AbuseDetector(PolicyDefaults.abuse(), calls, model.night().windowBegin())
                .judge(outcome.facts());
    }

    /** How each supporter cheats; empty: not at all. */
    static Map<String, Optional<Cheaters.Kind>> truth(NightModel model) {
        return model.population().supporters().stream()
                .collect(
                        Collectors.toMap(
                                plan -> plan.driverId(),
                                plan ->
                                        model.parameters()
                                                .cheaters()
                                                .of(model.seed(), plan.number())));
    }
}
