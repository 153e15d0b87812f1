package dev.supporters.gateway.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Refuses texts that are not what they seem: with control characters, marks that turn the direction of a text, or halves of characters. */
final class PlainTexts {

    /** What people write in more than one line. */
    private static final Set<String> LINES =
            Set.of("description", "expression", "reason", "comment", "text", "note");

    private static final Set<Integer> LINE_BREAKS = Set.of((int) '\n', (int) '\r', (int) '\t');

    private PlainTexts() {}

    /**
     * Refuses a request in which any text, however deep, is not plain.
     *
     * @param name what a refusal calls the field of a path in the proto
     */
    static void check(Message request, UnaryOperator<String> name) {
        check(request, "", name);
    }

    private static void check(Message message, String prefix, UnaryOperator<String> name) {
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            JavaType type = field.getKey().getJavaType();
            if (type != JavaType.STRING && type != JavaType.MESSAGE) {
                continue;
            }
            String path = prefix + field.getKey().getName();
            if (field.getValue() instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    check(field.getKey(), items.get(i), path + "[" + i + "]", name);
                }
            } else {
                check(field.getKey(), field.getValue(), path, name);
            }
        }
    }

    private static void check(
            FieldDescriptor field, Object value, String path, UnaryOperator<String> name) {
        if (value instanceof Message message) {
            check(message, path + ".", name);
        } else if (value instanceof String text && !plain(text, LINES.contains(field.getName()))) {
            throw Refusal.invalid(
                    name.apply(path),
                    "a character that cannot be seen",
                    "text without control characters and marks of direction");
        }
    }

    private static boolean plain(String text, boolean lines) {
        return text.codePoints()
                .noneMatch(character ->
                        switch (Character.getType(character)) {
                            case Character.CONTROL -> !lines || !LINE_BREAKS.contains(character);
                            case Character.SURROGATE -> true;
                            case Character.FORMAT -> turnsDirection(character);
                            default -> false;
                        });
    }

    /** Joiners are part of names in some languages; embeddings, overrides and isolates are not. */
    private static boolean turnsDirection(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x200E
                || character == 0x200F
                || character == 0x061C;
    }
}
