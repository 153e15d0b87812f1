package dev.supporters.policy.comparison;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;

import dev.supporters.proto.policy.v1.FieldChange;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two messages of one type, by what the protos say of it: so a new field is compared, too. Messages are compared field by field, lists place by
 * place; a message that is missing has no fields.
 */
final class MessageComparison {

    /** Messages that are one text in JSON. */
    private static final Set<Descriptor> TEXTS =
            Set.of(Duration.getDescriptor(), Timestamp.getDescriptor());

    private final List<FieldChange> changes = new ArrayList<>();

    private MessageComparison() {}

    /** The fields that differ, in the order of the protos. */
    static <M extends Message> List<FieldChange> changes(M before, M after) {
        MessageComparison comparison = new MessageComparison();
        comparison.fields(
                "", before.getDescriptorForType(), Optional.of(before), Optional.of(after));
        return List.copyOf(comparison.changes);
    }

    private void fields(
            String prefix,
            Descriptor type,
            Optional<? extends Message> before,
            Optional<? extends Message> after) {
        for (FieldDescriptor field : type.getFields()) {
            List<?> old = values(before, field);
            List<?> next = values(after, field);
            for (int place = 0; place < Math.max(old.size(), next.size()); place++) {
                String path =
                        prefix + field.getName() + (field.isRepeated() ? "[" + place + "]" : "");
                value(path, field, at(old, place), at(next, place));
            }
        }
    }

    private void value(
            String path, FieldDescriptor field, Optional<Object> before, Optional<Object> after) {
        if (isMessage(field)) {
            fields(
                    path + ".",
                    field.getMessageType(),
                    before.map(Message.class::cast),
                    after.map(Message.class::cast));
            return;
        }
        if (!before.equals(after)) {
            FieldChange.Builder change = FieldChange.newBuilder().setPath(path);
            before.map(MessageComparison::text).ifPresent(change::setBefore);
            after.map(MessageComparison::text).ifPresent(change::setAfter);
            changes.add(change.build());
        }
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !TEXTS.contains(field.getMessageType());
    }

    /** None of a field that is not set, one, or those of a list. */
    private static List<?> values(Optional<? extends Message> message, FieldDescriptor field) {
        if (message.isEmpty() || (field.hasPresence() && !message.get().hasField(field))) {
            return List.of();
        }
        Object value = message.get().getField(field);
        return field.isRepeated() ? (List<?>) value : List.of(value);
    }

    private static Optional<Object> at(List<?> values, int place) {
        return place < values.size() ? Optional.of(values.get(place)) : Optional.empty();
    }

    private static String text(Object value) {
        return switch (value) {
            case Duration duration -> Durations.toString(duration);
            case Timestamp timestamp -> Timestamps.toString(timestamp);
            case EnumValueDescriptor constant -> constant.getName();
            case ByteString bytes -> Base64.getEncoder().encodeToString(bytes.toByteArray());
            default -> Objects.toString(value);
        };
    }
}
