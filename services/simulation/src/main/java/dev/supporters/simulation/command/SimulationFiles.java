package dev.supporters.simulation.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.simulation.figures.Estimate;
import dev.supporters.simulation.figures.FigureColumn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what was simulated: a row per night, the means, a picture. */
final class SimulationFiles {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SimulationFiles() {}

    static void write(Path folder, List<List<PlayedNight>> policies) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("nights.csv"), csv(policies));
            Files.writeString(folder.resolve("result.json"), json(policies));
            Files.writeString(folder.resolve("nights.svg"), SimulationPicture.svg(policies));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String csv(List<List<PlayedNight>> policies) {
        List<String> lines = new ArrayList<>();
        String columns =
                Arrays.stream(FigureColumn.values())
                        .map(FigureColumn::key)
                        .collect(Collectors.joining(","));
        lines.add("policy,seed," + columns);
        policies.forEach(nights -> nights.forEach(night -> lines.add(row(night))));
        return String.join("\n", lines) + "\n";
    }

    private static String row(PlayedNight night) {
        String figures =
                Arrays.stream(FigureColumn.values())
                        .map(column ->
                                String.format(Locale.ROOT, "%.4f", column.of(night.figures())))
                        .collect(Collectors.joining(","));
        return night.policy() + "," + night.seed() + "," + figures;
    }

    private static String json(List<List<PlayedNight>> policies) {
        ObjectNode result = result(policies.getFirst());
        if (policies.size() == 2) {
            List<PlayedNight> other = policies.getLast();
            ObjectNode compared = result.putObject("compared");
            compared.setAll(result(other));
            Estimate gain =
                    SimulationTable.differences(policies.getFirst(), other)
                            .get(FigureColumn.COMPLETED.ordinal());
            result.put("completedGain", rounded(gain.mean()));
            result.put("completedGainCi", rounded(gain.halfWidth()));
        }
        return result.toPrettyString() + "\n";
    }

    private static ObjectNode result(List<PlayedNight> nights) {
        List<Estimate> estimates = SimulationTable.estimates(nights);
        ObjectNode result = JSON.createObjectNode();
        result.put("policy", nights.getFirst().policy().toString());
        result.put("nights", nights.size());
        result.put("completed", mean(estimates, FigureColumn.COMPLETED));
        double half = estimates.get(FigureColumn.COMPLETED.ordinal()).halfWidth();
        result.put("completedCi", Double.isNaN(half) ? null : rounded(half));
        result.put("etaP95", mean(estimates, FigureColumn.ETA_P95));
        result.put("cancelledAfterAssignment", mean(estimates, FigureColumn.CANCELLED));
        result.put("tripsPerPaidHour", mean(estimates, FigureColumn.TRIPS_PER_PAID_HOUR));
        result.put("gini", mean(estimates, FigureColumn.GINI));
        result.put("outskirts", mean(estimates, FigureColumn.OUTSKIRTS));
        result.put("covered", mean(estimates, FigureColumn.COVERED));
        result.put("completedInZones", mean(estimates, FigureColumn.COMPLETED_IN_ZONES));
        result.put(
                "secondsPerNight",
                rounded(nights.stream().mapToDouble(PlayedNight::seconds).average().orElse(0)));
        return result;
    }

    private static double mean(List<Estimate> estimates, FigureColumn column) {
        return rounded(estimates.get(column.ordinal()).mean());
    }

    private static Double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1_000) / 1_000.0 : null;
    }
}
