package dev.supporters.charts.source;

import dev.supporters.charts.rendering.Folders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A service's own table of who may call which of its gRPC methods.
 *
 * @param allowed callers that may call at least one
 */
public record CallersTable(TreeSet<String> allowed) {

    /** Services that have one. */
    public static TreeSet<String> services() {
        return Functions.services().stream()
                .filter(service -> Files.exists(file(service)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static CallersTable of(String service) {
        List<List<String>> rows =
                Folders.read(file(service))
                        .lines()
                        .map(line -> List.of(line.split(",", -1)))
                        .toList();
        List<String> header = rows.getFirst();
        TreeSet<String> allowed = new TreeSet<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.size(); column++) {
                if (row.get(column).equals("yes")) {
                    allowed.add(header.get(column));
                }
            }
        }
        return new CallersTable(allowed);
    }

    private static Path file(String service) {
        return Folders.SERVICES.resolve(service).resolve("src/main/resources/callers.csv");
    }
}
