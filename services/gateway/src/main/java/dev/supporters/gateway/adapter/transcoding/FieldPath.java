package dev.supporters.gateway.adapter.transcoding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The way to a field that a path or a query names: through messages to a value that a text can be. */
record FieldPath(String name, List<FieldDescriptor> fields) {

    /** Messages that are a text in JSON. */
    private static final Set<String> TEXTS =
            Set.of("google.protobuf.Timestamp", "google.protobuf.Duration");

    /** The field of a name with dots; a query may write its parts as the proto or as its JSON does. */
    static FieldPath of(Descriptor type, String name) {
        List<FieldDescriptor> fields = new ArrayList<>();
        Descriptor within = type;
        String[] parts = name.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            FieldDescriptor field = find(within, parts[i]).orElseThrow(() -> unknown(type, name));
            fields.add(field);
            boolean last = i == parts.length - 1;
            if (last != value(field)) {
                throw unknown(type, name);
            }
            if (!last) {
                within = field.getMessageType();
            }
        }
        return new FieldPath(name, List.copyOf(fields));
    }

    /** The name as the protos have it. */
    String protoName() {
        return fields.stream().map(FieldDescriptor::getName).collect(Collectors.joining("."));
    }

    /** Writes texts into JSON, from which they are read with all checks of their type. */
    void write(ObjectNode json, List<String> texts) {
        ObjectNode within = json;
        for (FieldDescriptor field : fields.subList(0, fields.size() - 1)) {
            within = within.withObjectProperty(field.getName());
        }
        FieldDescriptor last = fields.getLast();
        if (last.isRepeated()) {
            texts.forEach(within.withArrayProperty(last.getName())::add);
        } else if (texts.size() == 1 && !within.has(last.getName())) {
            within.put(last.getName(), texts.getFirst());
        } else {
            throw Refusal.invalid(name, "more than one value", "one value");
        }
    }

    /** The field's value in a message; empty if it is not set. */
    Optional<Object> value(Message message) {
        Message within = message;
        for (FieldDescriptor field : fields.subList(0, fields.size() - 1)) {
            within = (Message) within.getField(field);
        }
        Object value = within.getField(fields.getLast());
        return value.equals(fields.getLast().getDefaultValue())
                ? Optional.empty()
                : Optional.of(value);
    }

    private static Optional<FieldDescriptor> find(Descriptor type, String name) {
        return type.getFields().stream()
                .filter(field -> field.getName().equals(name) || field.getJsonName().equals(name))
                .findFirst();
    }

    private static boolean value(FieldDescriptor field) {
        return field.getJavaType() != JavaType.MESSAGE
                || (TEXTS.contains(field.getMessageType().getFullName()) && !field.isMapField());
    }

    private static Refusal unknown(Descriptor type, String name) {
        return Refusal.invalid("query", name, "fields of " + type.getName());
    }
}
