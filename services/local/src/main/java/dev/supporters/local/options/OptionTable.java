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
                                .formatted(written(component), text(component), standard(component)))
                .toList();
    }

    static List<String> usage() {
        return options()
                .map(component ->
                        "  %-22s %s (default: %s)"
                                .formatted(
                                        written(component),
                                        text(component).replaceAll("\\[([^]]+)]\\([^)]+\\)", "see $1"),
                                        standard(component)))
                .toList();
    }

    private static Stream<RecordComponent> options() {
        return Arrays.stream(LocalOptions.class.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(LocalOption.class));
    }

    private static String written(RecordComponent component) {
        LocalOption option = component.getAnnotation(LocalOption.class);
        String value = "=" + option.form();
        return "-D" + OptionNames.of(component) + (option.aloneIsYes() ? "[" + value + "]" : value);
    }

    private static String text(RecordComponent component) {
        LocalOption option = component.getAnnotation(LocalOption.class);
        return option.most() < Long.MAX_VALUE
                ? "%s, %d–%d".formatted(option.text(), (long) option.least(), (long) option.most())
                : option.text();
    }

    private static String standard(RecordComponent component) {
        LocalOption option = component.getAnnotation(LocalOption.class);
        return option.standardText().isEmpty() ? option.standard() : option.standardText();
    }
}
