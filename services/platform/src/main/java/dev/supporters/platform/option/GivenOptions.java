package dev.supporters.platform.option;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a command of {@code mvnw} was given with {@code -D}. Its pom hands on all of it in one system property, so only the command's own
 * class says which of them are options, and what holds without them.
 */
public final class GivenOptions {

    /** In which a pom hands on {@code ${session.userProperties}}. */
    private static final String PROPERTY = "supporters.given";

    private static final Pattern NEXT = Pattern.compile(", (?=[A-Za-z][\\w.-]*=)");

    /** Without a dot, and no options of ours. */
    private static final Set<String> OF_THE_BUILD =
            Set.of("quick", "skipTests", "skipITs", "argLine");

    private GivenOptions() {}

    /** Of this process: from Maven, or the arguments of {@code mvnw}. */
    public static Map<String, String> ofProcess(String... arguments) {
        return of(System.getProperty(PROPERTY, ""), arguments);
    }

    /**
     * Of both, in the order in which they are given.
     *
     * @param mavensMap as Maven writes its map: {@code {rate=60, stay=false}}
     */
    public static Map<String, String> of(String mavensMap, String... arguments) {
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

    /** One line about the first that is no option of the profile. A name with a dot is for Maven, its plugins or the JVM. */
    public static Optional<String> unknown(
            Map<String, String> given, String profile, Collection<String> options) {
        return given.keySet().stream()
                .filter(name -> !name.contains("."))
                .filter(name -> !options.contains(name) && !OF_THE_BUILD.contains(name))
                .findFirst()
                .map(name ->
                        "-D%s is no option of -P%s; there are %s"
                                .formatted(name, profile, String.join(", ", options)));
    }

    private static void put(Map<String, String> given, String entry) {
        int equals = entry.indexOf('=');
        given.put(
                equals < 0 ? entry : entry.substring(0, equals),
                equals < 0 ? "" : entry.substring(equals + 1));
    }
}
