package dev.supporters.simulation.command;

import dev.supporters.simulation.figures.Estimate;
import dev.supporters.simulation.figures.FigureColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of policies as text: means over nights, with 95 % confidence intervals. */
final class SimulationTable {

    private SimulationTable() {}

    static List<String> lines(List<List<PlayedNight>> policies) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("policy"));
        Arrays.stream(FigureColumn.values()).map(FigureColumn::title).forEach(header::add);
        rows.add(header);
        policies.forEach(nights ->
                rows.add(row(nights.getFirst().policy().toString(), estimates(nights), "")));
        if (policies.size() == 2) {
            rows.add(
                    row(
                            policies.getFirst().getFirst().policy()
                                    + " - "
                                    + policies.getLast().getFirst().policy(),
                            differences(policies.getFirst(), policies.getLast()),
                            "+"));
        }
        return aligned(rows);
    }

    static List<Estimate> estimates(List<PlayedNight> nights) {
        return Arrays.stream(FigureColumn.values())
                .map(column ->
                        Estimate.of(
                                nights.stream()
                                        .mapToDouble(night -> column.of(night.figures()))
                                        .toArray()))
                .toList();
    }

    /** Night by night, so that what both have in common does not blur them. */
    static List<Estimate> differences(List<PlayedNight> one, List<PlayedNight> other) {
        List<Estimate> differences = new ArrayList<>();
        for (FigureColumn column : FigureColumn.values()) {
            double[] paired = new double[one.size()];
            for (int night = 0; night < paired.length; night++) {
                paired[night] =
                        column.of(one.get(night).figures()) - column.of(other.get(night).figures());
            }
            differences.add(Estimate.of(paired));
        }
        return differences;
    }

    private static List<String> row(String name, List<Estimate> estimates, String sign) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (FigureColumn column : FigureColumn.values()) {
            cells.add(cell(estimates.get(column.ordinal()), column.decimals(), sign));
        }
        return cells;
    }

    private static String cell(Estimate estimate, int decimals, String sign) {
        String mean =
                String.format(Locale.ROOT, "%" + sign + "." + decimals + "f", estimate.mean());
        return Double.isNaN(estimate.halfWidth())
                ? mean
                : mean + String.format(Locale.ROOT, " ±%." + decimals + "f", estimate.halfWidth());
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String space = " ".repeat(widths[column] - cell.length());
                line.append(column == 0 ? cell + space : "  " + space + cell);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
