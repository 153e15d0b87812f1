package dev.supporters.platform.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import dev.supporters.proto.options.v1.FieldBounds;
import dev.supporters.proto.options.v1.TextFormat;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * The bounds of a request message's fields, as the protos declare them. There is one table for each type of message; it is made once:
 * at the start for requests that the service takes ({@link FieldBoundsLoader}), else when it is first asked for.
 */
public final class FieldBoundsTable {

    private static final ConcurrentMap<Descriptor, FieldBoundsTable> TABLES =
            new ConcurrentHashMap<>();
    private static final Location BY_PROTO_NAMES = Location.top(UnaryOperator.identity());

    private final Descriptor type;
    private final ValueCheck check;
    private final Map<String, FieldBounds> bounds;

    private FieldBoundsTable(Descriptor type) {
        this.type = type;
        CheckBuilder builder = new CheckBuilder();
        check = builder.request(type);
        bounds = Map.copyOf(builder.bounds());
    }

    public static FieldBoundsTable of(Descriptor type) {
        FieldBoundsTable known = TABLES.get(type);
        return known != null ? known : TABLES.computeIfAbsent(type, FieldBoundsTable::new);
    }

    /** Makes the table of a type, and loads all that a check of its messages needs. */
    static void prepare(Message prototype) {
        of(prototype.getDescriptorForType());
        readFields(prototype, new HashSet<>());
        TextFormats.matches(TextFormat.TEXT_FORMAT_UNSPECIFIED, "");
    }

    static boolean isMade(Descriptor type) {
        return TABLES.containsKey(type);
    }

    /** Refuses the first field that is out of its bounds, by its path in the proto, like "positions[3].location.lat". */
    public static void check(Message request) {
        of(request.getDescriptorForType()).check.check(request, BY_PROTO_NAMES);
    }

    /** The same, with paths as another interface names the fields, for instance in {@link #camelCase}. */
    public static void check(Message request, UnaryOperator<String> fieldNames) {
        of(request.getDescriptorForType()).check.check(request, Location.top(fieldNames));
    }

    /**
     * Refuses a text that a field would not take: for a value that is used before there is a message.
     *
     * @param path the field's path in the proto, without indexes, like "call.call_id"
     * @param name how a refusal names it
     */
    public String checkText(String path, String text, String name) {
        ValueCheck.TextCheck.of(bounds(path), name)
                .ifPresent(value -> value.check(text, BY_PROTO_NAMES));
        return text;
    }

    /** What a field declares, or what is declared for its use here; by its path in the proto, without indexes. */
    public FieldBounds bounds(String path) {
        return Optional.ofNullable(bounds.get(path))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no field " + path + " in " + type.getFullName()));
    }

    /** The longest text of a field, in characters; 0 for no bound. */
    public int maxLength(String path) {
        return bounds(path).getMaxLength();
    }

    /** All fields with their bounds, also those without any, by their paths. */
    public Map<String, FieldBounds> bounds() {
        return bounds;
    }

    /** A path with GraphQL's names: "call.driver_id" is "call.driverId". */
    public static String camelCase(String path) {
        StringBuilder name = new StringBuilder(path.length());
        boolean upper = false;
        for (int i = 0; i < path.length(); i++) {
            char letter = path.charAt(i);
            if (letter == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(letter) : letter);
                upper = false;
            }
        }
        return name.toString();
    }

    /** Generated classes prepare the access to their fields when one is read first. */
    private static void readFields(Message message, Set<Descriptor> read) {
        if (!read.add(message.getDescriptorForType())) {
            return;
        }
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            Object value = message.getField(field);
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                readFields(
                        value instanceof Message single
                                ? single
                                : message.newBuilderForType()
                                        .newBuilderForField(field)
                                        .buildPartial(),
                        read);
            }
        }
    }
}
