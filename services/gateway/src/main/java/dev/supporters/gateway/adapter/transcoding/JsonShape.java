package dev.supporters.gateway.adapter.transcoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import dev.supporters.platform.refusal.Refusal;

import java.util.Optional;

/** Refuses what protobuf's reader would let pass as something else: a list as its one item, a number or a truth as a text. */
final class JsonShape {

    private JsonShape() {}

    /** Checks the fields of an object; those that there are not are left to the reader. */
    static void check(Descriptor type, JsonNode object) {
        for (var property : object.properties()) {
            field(type, property.getKey()).ifPresent(field -> check(field, property.getValue()));
        }
    }

    private static void check(FieldDescriptor field, JsonNode value) {
        if (value.isNull() || field.isMapField()) {
            return;
        }
        if (field.isRepeated() != value.isArray()) {
            throw refused(field, value, field.isRepeated() ? "a list" : "no list");
        }
        if (field.isRepeated()) {
            value.forEach(item -> checkSingle(field, item));
        } else {
            checkSingle(field, value);
        }
    }

    private static void checkSingle(FieldDescriptor field, JsonNode value) {
        switch (field.getJavaType()) {
            case STRING, BYTE_STRING -> {
                if (!value.isTextual()) {
                    throw refused(field, value, "a text");
                }
            }
            case BOOLEAN -> {
                if (!value.isBoolean()) {
                    throw refused(field, value, "true or false");
                }
            }
            case INT, LONG, FLOAT, DOUBLE, ENUM -> {
                if (!value.isTextual() && !value.isNumber()) {
                    throw refused(field, value, "a number, or a text");
                }
            }
            case MESSAGE -> {
                if (value.isArray()) {
                    throw refused(field, value, "no list");
                }
                check(field.getMessageType(), value);
            }
        }
    }

    private static Optional<FieldDescriptor> field(Descriptor type, String name) {
        return type.getFields().stream()
                .filter(field -> field.getName().equals(name) || field.getJsonName().equals(name))
                .findFirst();
    }

    private static Refusal refused(FieldDescriptor field, JsonNode value, String expected) {
        return Refusal.invalid(field.getName(), value.getNodeType(), expected);
    }
}
