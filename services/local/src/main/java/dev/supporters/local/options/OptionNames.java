package dev.supporters.local.options;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The options' names, and what to say of a name that is none. */
final class OptionNames {

    private static final List<String> ALL =
            Arrays.stream(LocalOptions.class.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(LocalOption.class))
                    .map(OptionNames::of)
                    .toList();

    /** Without a dot, and not ours. */
    private static final Set<String> OF_THE_BUILD =
            Set.of("quick", "container", "skipTests", "skipITs", "argLine", "help");

    private OptionNames() {}

    static String of(RecordComponent component) {
        String name = component.getAnnotation(LocalOption.class).name();
        return name.isEmpty() ? component.getName() : name;
    }

    static boolean isName(String name) {
        return ALL.contains(name);
    }

    /** Whether an argument of {@code mvnw} is one of the options. */
    static boolean isOption(String argument) {
        return GivenProperties.ofArguments(argument).keySet().stream().anyMatch(ALL::contains);
    }

    /** A property with a dot in its name is for Maven, its plugins or the JVM. */
    static void check(Collection<String> given) {
        for (String name : given) {
            if (!name.contains(".") && !ALL.contains(name) && !OF_THE_BUILD.contains(name)) {
                throw InvalidOptionException.unknown(
                        name,
                        similar(name)
                                .map(option -> "did you mean -D" + option + "?")
                                .orElse("there are " + String.join(", ", ALL)));
            }
        }
    }

    private static Optional<String> similar(String name) {
        return ALL.stream()
                .filter(option -> distance(name, option) <= Math.max(1, option.length() / 3))
                .min(Comparator.comparingInt(option -> distance(name, option)));
    }

    /** Levenshtein's, without regard to case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
