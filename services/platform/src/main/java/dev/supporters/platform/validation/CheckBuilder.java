package dev.supporters.platform.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import dev.supporters.platform.validation.FieldCheck.Items;
import dev.supporters.platform.validation.FieldCheck.Nested;
import dev.supporters.platform.validation.FieldCheck.Single;
import dev.supporters.platform.validation.ValueCheck.MessageCheck;
import dev.supporters.platform.validation.ValueCheck.TimeCheck;
import dev.supporters.platform.validation.ValueCheck.Unchecked;
import dev.supporters.proto.options.v1.FieldBounds;
import dev.supporters.proto.options.v1.FieldBoundsProto;
import dev.supporters.proto.options.v1.NestedBounds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the bounds of a request message, and of all messages within it, from the protos. */
final class CheckBuilder {

    private static final ValueCheck NOTHING = new Unchecked();

    private final Map<String, FieldBounds> bounds = new TreeMap<>();
    private final Deque<Descriptor> open = new ArrayDeque<>();

    /** All fields' bounds by their path without indexes; to be read after {@link #request}. */
    Map<String, FieldBounds> bounds() {
        return bounds;
    }

    ValueCheck request(Descriptor type) {
        return message(type, "", FieldBounds.getDefaultInstance());
    }

    private ValueCheck message(Descriptor type, String prefix, FieldBounds use) {
        if (open.contains(type)) {
            // A message within itself, as third parties have them: its bounds would never end.
            return NOTHING;
        }
        open.push(type);
        List<FieldCheck> checks = new ArrayList<>();
        for (FieldDescriptor field : type.getFields()) {
            field(field, prefix + field.getName(), inUse(field, use)).ifPresent(checks::add);
        }
        open.pop();
        return checks.isEmpty() ? NOTHING : new MessageCheck(List.copyOf(checks));
    }

    private Optional<FieldCheck> field(FieldDescriptor field, String path, FieldBounds own) {
        bounds.put(path.replace("[]", ""), own);
        String valuePath = field.isRepeated() ? path + "[]" : path;
        ValueCheck value =
                field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        ? messageValue(field, valuePath, own)
                        : ValueCheck.of(field, own, valuePath).orElse(NOTHING);
        boolean checked = !value.equals(NOTHING);
        if (field.isRepeated()) {
            int most = own.getMaxItems() > 0 ? own.getMaxItems() : Integer.MAX_VALUE;
            int least = own.getRequired() ? 1 : 0;
            boolean counted = most < Integer.MAX_VALUE || least > 0;
            return checked || counted
                    ? Optional.of(new Items(field, path, least, most, value))
                    : Optional.empty();
        }
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return checked || own.getRequired()
                    ? Optional.of(
                            new Nested(field, path, own.getRequired(), own.getExpected(), value))
                    : Optional.empty();
        }
        return checked ? Optional.of(new Single(field, value)) : Optional.empty();
    }

    private ValueCheck messageValue(FieldDescriptor field, String path, FieldBounds own) {
        return TimeCheck.of(field.getMessageType(), path)
                .orElseGet(() -> message(field.getMessageType(), path + ".", own));
    }

    /** What the field declares, unless the use of its message says something else. */
    private static FieldBounds inUse(FieldDescriptor field, FieldBounds use) {
        for (NestedBounds nested : use.getNestedList()) {
            if (nested.getField().equals(field.getName())) {
                return nested.getBounds();
            }
        }
        return field.getOptions().getExtension(FieldBoundsProto.bounds);
    }
}
