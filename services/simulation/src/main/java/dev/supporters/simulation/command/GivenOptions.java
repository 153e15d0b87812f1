package dev.supporters.simulation.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What was given with {@code -D}: as arguments from {@code mvnw}, or as the text of a map from Maven. */
final class GivenOptions {

    private static final Pattern NEXT = Pattern.compile(", (?=[A-Za-z][\\w.-]*=)");

    private GivenOptions() {}

    static Map<String, String> of(String mavensMap, String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        String inside = mavensMap.strip().replaceAll("^\\{|}$", "");
        if (!inside.isEmpty()) {
            for (String entry : NEXT.split(inside)) {
                put(given, entry);
            }
        }
        for (String argument : arguments) {
            if (argument.startsWith("-D") && argument.length() > 2) {
                put(given, argument.substring(2));
            }
        }
        return given;
    }

    private static void put(Map<String, String> given, String entry) {
        int equals = entry.indexOf('=');
        given.put(
                equals < 0 ? entry : entry.substring(0, equals),
                equals < 0 ? "" : entry.substring(equals + 1));
    }
}
