package dev.supporters.local.options;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The options as text, made from their declarations. */
public final class OptionTable {

    private OptionTable() {}

    /** The rows of the table in the root README. */
    public static List<String> markdown() {
        return options()
                .map(component ->
                        "| `%s` | %s | %s |"
                                .formatted(
                                        written(component),
                                        description(component),
                                        defaultOf(component)))
                .toList();
    }

    static List<String> usage() {
        return options()
                .map(component ->
                        "  %-22s %s (default: %s)"
                                .formatted(
                                        written(component),
                                        description(component)
                                                .replaceAll("\\[([^]]+)]\\([^)]+\\)", "see $1"),
                                        defaultOf(component)))
                .toList();
    }

    private static Stream<RecordComponent> options() {
        return Arrays.stream(LocalOptions.class.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(LocalOption.class));
    }

    private static String written(RecordComponent component) {
        LocalOption option = component.getAnnotation(LocalOption.class);
        String value = "=" + option.valueForm();
        return "-D"
                + OptionNames.of(component)
                + (option.valueOptional() ? "[" + value + "]" : value);
    }

    private static String description(RecordComponent component) {
        LocalOption option = component.getAnnotation(LocalOption.class);
        return option.max() < Long.MAX_VALUE
                ? "%s, %d–%d"
                        .formatted(option.description(), (long) option.min(), (long) option.max())
                : option.description();
    }

    private static String defaultOf(RecordComponent component) {
        LocalOption option = component.getAnnotation(LocalOption.class);
        return option.defaultText().isEmpty() ? option.defaultValue() : option.defaultText();
    }
}
