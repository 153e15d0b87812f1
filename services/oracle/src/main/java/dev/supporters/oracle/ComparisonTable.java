package dev.supporters.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The night's figures, and beside each the same night simulated under other policies: what the product is worth. */
record ComparisonTable(DispatchFigures played, List<SimulatedNight> simulated) {

    private static final String UNKNOWN = "–";
    private static final int LEAST_WIDTH = 9;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                simulated.isEmpty()
                        ? ReportLines.head("Dispatch")
                        : ReportLines.head("Dispatch, beside simulations of the same night"));
        if (!simulated.isEmpty()) {
            lines.add(
                    row("", "this night", simulated.stream().map(SimulatedNight::policy).toList()));
        }
        lines.add(row("completed by supporters, % of all calls", 1, DispatchFigures::completed));
        lines.add(row("demand covered, %", 1, DispatchFigures::covered));
        lines.add(row("pickup ETA, mean, min", 1, DispatchFigures::etaMean));
        lines.add(row("pickup ETA, p95, min", 1, DispatchFigures::etaP95));
        lines.add(
                row("cancelled after assignment, %", 1, DispatchFigures::cancelledAfterAssignment));
        lines.add(row("trips per paid hour", 2, DispatchFigures::tripsPerPaidHour));
        lines.add(row("Gini of trips per paid hour", 2, DispatchFigures::gini));
        return lines;
    }

    private String row(String name, int decimals, ToDoubleFunction<DispatchFigures> figure) {
        return row(
                name,
                number(figure.applyAsDouble(played), decimals),
                simulated.stream()
                        .map(night -> number(figure.applyAsDouble(night.figures()), decimals))
                        .toList());
    }

    private String row(String name, String first, List<String> others) {
        StringBuilder row = new StringBuilder("  %-40s %10s".formatted(name, first));
        for (int i = 0; i < others.size(); i++) {
            int width = Math.max(LEAST_WIDTH, simulated.get(i).policy().length() + 2);
            row.append(("%" + width + "s").formatted(others.get(i)));
        }
        return row.toString();
    }

    private static String number(double figure, int decimals) {
        return Double.isNaN(figure)
                ? UNKNOWN
                : String.format(Locale.ROOT, "%." + decimals + "f", figure);
    }
}
