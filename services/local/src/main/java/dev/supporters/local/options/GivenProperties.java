package dev.supporters.local.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What was given with {@code -D}, in the two ways in which it reaches us. */
final class GivenProperties {

    private static final Pattern NEXT = Pattern.compile(", (?=[A-Za-z][\\w.-]*=)");

    private GivenProperties() {}

    /** From the arguments of {@code mvnw}. */
    static Map<String, String> ofArguments(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            if (argument.startsWith("-D") && argument.length() > 2) {
                put(given, argument.substring(2), "true"); // as Maven has it
            }
        }
        return given;
    }

    /** From Maven, which writes its map as text: {@code {rate=60, stay=false}}. */
    static Map<String, String> ofMaven(String text) {
        Map<String, String> given = new LinkedHashMap<>();
        String inside = text.strip().replaceAll("^\\{|}$", "");
        if (!inside.isEmpty()) {
            for (String entry : NEXT.split(inside)) {
                put(given, entry, "");
            }
        }
        return given;
    }

    private static void put(Map<String, String> given, String entry, String alone) {
        int equals = entry.indexOf('=');
        if (equals < 0) {
            given.put(entry, alone);
        } else {
            given.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
    }
}
