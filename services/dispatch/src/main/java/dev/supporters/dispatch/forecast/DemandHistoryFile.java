package dev.supporters.dispatch.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A {@link DemandHistory} as JSON: {@code {"kind", "checksum", "history"}}. The checksum is the SHA-256 of the history's compact JSON
 * text in UTF-8.
 *
 * <p>What cannot be used is refused with an {@link IllegalArgumentException} of one line: no such file, too large, no JSON, another kind,
 * a wrong checksum, a missing or impossible value.
 */
public final class DemandHistoryFile {

    private static final String KIND = "demand-history@1";
    private static final long MOST_BYTES = 64L << 20;
    private static final int CELL_RADIX = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemandHistoryFile() {}

    public static String write(DemandHistory history) {
        ObjectNode content = JSON.createObjectNode();
        content.put("region", history.region());
        content.put("product", history.product());
        content.put("zone", history.zone().getId());
        content.put("windowBegin", history.windowBegin().toString());
        content.put("firstNight", history.firstNight().toString());
        content.put("lastNight", history.lastNight().toString());
        content.put("nights", history.nights());
        content.put("bins", history.bins());
        ArrayNode cells = content.putArray("cells");
        for (DemandHistory.Cell cell : history.cells()) {
            ObjectNode node = cells.addObject();
            node.put("cell", Long.toString(cell.number(), CELL_RADIX));
            node.put("lat", cell.origin().lat());
            node.put("lng", cell.origin().lng());
            ArrayNode calls = node.putArray("calls");
            cell.calls().forEach(calls::add);
        }
        ObjectNode file = JSON.createObjectNode();
        file.put("kind", KIND);
        file.put("checksum", checksum(content));
        file.set("history", content);
        return file.toString();
    }

    /** The checksum that names this version of the history. */
    public static String checksum(DemandHistory history) {
        return read(write(history)).checksum();
    }

    /** A history and the checksum of its file. */
    public record Checked(DemandHistory history, String checksum) {}

    public static Checked read(Path file) {
        try {
            long size = Files.size(file);
            require(size <= MOST_BYTES, "size", size + " bytes", "at most " + MOST_BYTES);
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "demand history: " + file.getFileName() + ": not a readable file", e);
        }
    }

    public static Checked read(String text) {
        try {
            JsonNode file = JSON.readTree(text);
            String kind = file.path("kind").asText();
            require(kind.equals(KIND), "kind", kind.isEmpty() ? "none" : kind, KIND);
            JsonNode content = file.path("history");
            require(content.isObject(), "history", content.getNodeType(), "an object");
            String checksum = checksum(content);
            String found = file.path("checksum").asText();
            require(found.equals(checksum), "checksum", found.isEmpty() ? "none" : found, checksum);
            return new Checked(history(content), checksum);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "demand history: " + e.getOriginalMessage() + " (expected: JSON)", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("demand history: " + e.getMessage(), e);
        }
    }

    private static DemandHistory history(JsonNode content) {
        List<DemandHistory.Cell> cells = new ArrayList<>();
        for (JsonNode node : content.path("cells")) {
            List<Double> calls = new ArrayList<>();
            node.path("calls").forEach(value -> calls.add(number(value, "calls")));
            cells.add(
                    new DemandHistory.Cell(
                            cell(text(node, "cell")),
                            new Position(
                                    number(node.path("lat"), "lat"),
                                    number(node.path("lng"), "lng")),
                            calls));
        }
        return new DemandHistory(
                text(content, "region"),
                text(content, "product"),
                ZoneId.of(text(content, "zone")),
                LocalTime.parse(text(content, "windowBegin")),
                LocalDate.parse(text(content, "firstNight")),
                LocalDate.parse(text(content, "lastNight")),
                (int) number(content.path("nights"), "nights"),
                (int) number(content.path("bins"), "bins"),
                cells);
    }

    private static long cell(String text) {
        try {
            return Long.parseLong(text, CELL_RADIX);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "demand history: cell: " + text + " (expected: a hexadecimal number)", e);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        require(value.isTextual(), name, value.isMissingNode() ? "none" : value, "a text");
        return value.asText();
    }

    private static double number(JsonNode value, String name) {
        boolean finite = value.isNumber() && Double.isFinite(value.doubleValue());
        require(finite, name, value.isMissingNode() ? "none" : value, "a number");
        return value.doubleValue();
    }

    private static String checksum(JsonNode content) {
        try {
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds, String what, Object found, Object expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "demand history: " + what + ": " + found + " (expected: " + expected + ")");
        }
    }
}
