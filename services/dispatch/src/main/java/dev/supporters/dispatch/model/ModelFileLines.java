package dev.supporters.dispatch.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a model file, one after the other. A line is a word that says what it is, and its values, with one space between. */
final class ModelFileLines {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?(E-?[0-9]{1,3})?");

    private final List<String> lines;
    private int index;

    ModelFileLines(String text) {
        lines = text.lines().toList();
    }

    void header(String expected) {
        String line = peek();
        index++;
        if (!line.equals(expected)) {
            throw refused("first line", line, expected);
        }
    }

    boolean has(String word) {
        return peek().startsWith(word + " ");
    }

    /** The values of the next line, which must begin with this word. */
    String[] next(String word, int values) {
        String line = peek();
        index++;
        String[] words = line.split(" ", -1);
        if (!words[0].equals(word)) {
            throw refused("line", line, word);
        }
        if (words.length != values + 1 || line.contains("  ") || line.endsWith(" ")) {
            throw refused(word, line, "values: " + values);
        }
        return Arrays.copyOfRange(words, 1, words.length);
    }

    void requireEnd() {
        if (index < lines.size()) {
            index++;
            throw refused(
                    "line", lines.get(index - 1), "feature, area, knot or checksum, in this order");
        }
    }

    double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw refused("number", text, "a number like -0.25");
        }
        return Double.parseDouble(text);
    }

    long whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw refused("number", text, "a whole number of at most 9 digits");
        }
        return Long.parseLong(text);
    }

    LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused("date", text, "YYYY-MM-DD");
        }
    }

    /** A refusal that names the line that was read last. */
    InvalidModelException refused(String what, String found, String expected) {
        return InvalidModelException.of(
                "line " + index + ": " + what, found.isEmpty() ? "nothing" : found, expected);
    }

    private String peek() {
        return index < lines.size() ? lines.get(index) : "";
    }
}
