package dev.supporters.insight.dryrun;

import dev.supporters.insight.dryrun.DryRun.Figure;
import dev.supporters.proto.insight.v1.DryRunFigureKind;
import dev.supporters.simulation.figures.Estimate;
import dev.supporters.simulation.figures.NightFigures;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The same night under both policies. */
record PlayedPair(Played present, Played proposed) {

    /** The figures of nights that were played in pairs. */
    static List<Figure> figures(List<PlayedPair> nights) {
        return Arrays.stream(DryRunFigureKind.values())
                .filter(kind ->
                        kind != DryRunFigureKind.DRY_RUN_FIGURE_KIND_UNSPECIFIED
                                && kind != DryRunFigureKind.UNRECOGNIZED)
                .map(kind -> figure(kind, nights))
                .toList();
    }

    private static Figure figure(DryRunFigureKind kind, List<PlayedPair> nights) {
        Estimate difference =
                estimate(nights, night -> night.proposed.value(kind) - night.present.value(kind));
        return new Figure(
                kind,
                estimate(nights, night -> night.present.value(kind)).mean(),
                estimate(nights, night -> night.proposed.value(kind)).mean(),
                difference.mean(),
                difference.halfWidth());
    }

    private static Estimate estimate(List<PlayedPair> nights, ToDoubleFunction<PlayedPair> value) {
        return Estimate.of(nights.stream().mapToDouble(value).toArray());
    }

    /**
     * A night under one policy.
     *
     * @param hourlyWage in the currency's minor unit
     */
    record Played(NightFigures figures, long hourlyWage) {

        private double value(DryRunFigureKind kind) {
            return switch (kind) {
                case DRY_RUN_FIGURE_KIND_COMPLETED_PERCENT -> figures.completed();
                case DRY_RUN_FIGURE_KIND_PICKUP_MINUTES_MEAN -> figures.etaMean();
                case DRY_RUN_FIGURE_KIND_PICKUP_MINUTES_P95 -> figures.etaP95();
                case DRY_RUN_FIGURE_KIND_CANCELLED_AFTER_ASSIGNMENT_PERCENT -> figures.cancelled();
                case DRY_RUN_FIGURE_KIND_GAVE_UP_PERCENT -> figures.gaveUp();
                case DRY_RUN_FIGURE_KIND_TRIPS_PER_PAID_HOUR -> figures.tripsPerPaidHour();
                case DRY_RUN_FIGURE_KIND_GINI -> figures.gini();
                case DRY_RUN_FIGURE_KIND_WAGES_PER_COMPLETED_CALL ->
                        figures.tripsPerPaidHour() == 0
                                ? 0
                                : hourlyWage / figures.tripsPerPaidHour();
                case DRY_RUN_FIGURE_KIND_UNSPECIFIED, UNRECOGNIZED ->
                        throw new IllegalArgumentException("kind: " + kind);
            };
        }
    }
}
