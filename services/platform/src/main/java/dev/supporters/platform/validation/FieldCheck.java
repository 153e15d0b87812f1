package dev.supporters.platform.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** Checks one field of a message: whether it is given, and each of its values. */
sealed interface FieldCheck {

    void check(Message message, Location at);

    /** A text, a number or an enum. */
    record Single(FieldDescriptor field, ValueCheck value) implements FieldCheck {

        @Override
        public void check(Message message, Location at) {
            if (!field.hasPresence() || message.hasField(field)) {
                value.check(message.getField(field), at);
            }
        }
    }

    /** A message within a message. */
    record Nested(
            FieldDescriptor field, String path, boolean required, String expected, ValueCheck value)
            implements FieldCheck {

        @Override
        public void check(Message message, Location at) {
            if (message.hasField(field)) {
                value.check(message.getField(field), at);
            } else if (required) {
                if (!expected.isEmpty()) {
                    throw Refusal.invalid(at.path(path), "nothing", expected);
                }
                // the default instance: names the first field within that is missing
                value.check(message.getField(field), at);
                throw Refusal.invalid(at.path(path), "nothing", "a value");
            }
        }
    }

    /** A list. */
    record Items(FieldDescriptor field, String path, int least, int most, ValueCheck item)
            implements FieldCheck {

        @Override
        public void check(Message message, Location at) {
            int count = message.getRepeatedFieldCount(field);
            if (count < least || count > most) {
                Require.items(count, at.path(path), least, most);
            }
            for (int i = 0; i < count; i++) {
                item.check(message.getRepeatedField(field, i), at.item(i));
            }
        }
    }
}
