package dev.supporters.platform.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may call which gRPC method of a service: the table that the service brings as {@code callers.csv}. A line for each method, a column
 * for each caller, yes or no in each cell; what is not in the table is not allowed.
 */
public final class MethodCallers {

    static final String FILE = "callers.csv";

    private final List<String> callers;
    private final Map<String, Set<String>> allowed;

    private MethodCallers(List<String> callers, Map<String, Set<String>> allowed) {
        this.callers = callers;
        this.allowed = allowed;
    }

    /** The table on the class path; empty where there is none, as in services without gRPC methods. */
    public static MethodCallers load() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            return file == null
                    ? new MethodCallers(List.of(), Map.of())
                    : parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** Reads a table; IllegalArgumentException for one that is none. */
    public static MethodCallers parse(String text) {
        List<String> lines = text.lines().toList();
        List<String> header = cells(lines.getFirst());
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != header.size()) {
                throw new IllegalArgumentException(
                        FILE + ": found " + line + ", expected a cell for each of " + header);
            }
            if (allowed.put(cells.getFirst(), callers(header, cells)) != null) {
                throw new IllegalArgumentException(
                        FILE + ": found two lines of " + cells.getFirst());
            }
        }
        return new MethodCallers(header.subList(1, header.size()), allowed);
    }

    /** All callers that the table knows. */
    public List<String> callers() {
        return callers;
    }

    /** All methods that the table knows, by their full names like {@code supporters.work.v1.WorkService/Begin}. */
    public Set<String> methods() {
        return allowed.keySet();
    }

    /** Those who may call the method; none for a method without a line. */
    public Set<String> of(String method) {
        return allowed.getOrDefault(method, Set.of());
    }

    /** Whoever has the token that all share, and does not say who it is, may call everything. */
    boolean allows(CallingService caller, String method) {
        return caller.name().map(name -> of(method).contains(name)).orElse(true);
    }

    private static Set<String> callers(List<String> header, List<String> cells) {
        Set<String> callers = new LinkedHashSet<>();
        for (int column = 1; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case "yes" -> callers.add(header.get(column));
                case "no" -> {}
                default ->
                        throw new IllegalArgumentException(
                                FILE + ": found " + cells + ", expected yes or no");
            }
        }
        return callers;
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
