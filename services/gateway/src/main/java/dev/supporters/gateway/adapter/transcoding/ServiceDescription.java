package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import dev.supporters.proto.options.v1.FieldBounds;
import dev.supporters.proto.options.v1.FieldBoundsProto;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The methods of all services, and the messages and enums that their requests are made of, as a form needs them: names as in JSON, kinds,
 * and what is required.
 */
final class ServiceDescription {

    /** Messages that are a text in JSON, and how a form calls them. */
    private static final Map<String, String> TEXTS =
            Map.of(
                    "google.protobuf.Timestamp", "timestamp",
                    "google.protobuf.Duration", "duration");

    /** It never changes while the gateway runs. */
    static final String JSON = new ServiceDescription().describe(GrpcMethods.ALL).encode();

    private final Map<String, JsonArray> messages = new TreeMap<>();
    private final Map<String, JsonArray> enums = new TreeMap<>();

    private ServiceDescription() {}

    private JsonObject describe(List<GrpcMethod> methods) {
        Map<String, JsonObject> services = new TreeMap<>();
        for (GrpcMethod method : methods) {
            Descriptor request = method.descriptor().getInputType();
            add(request);
            services.computeIfAbsent(
                            method.service(),
                            any ->
                                    new JsonObject()
                                            .put("name", method.grpc().getServiceName())
                                            .put("methods", new JsonArray()))
                    .getJsonArray("methods")
                    .add(
                            new JsonObject()
                                    .put("name", method.descriptor().getName())
                                    .put("request", request.getFullName())
                                    .put(
                                            "response",
                                            method.descriptor().getOutputType().getFullName())
                                    .put("stream", !method.unary()));
        }
        return new JsonObject()
                .put("services", object(services))
                .put("messages", object(messages))
                .put("enums", object(enums));
    }

    private void add(Descriptor message) {
        if (messages.containsKey(message.getFullName())) {
            return;
        }
        JsonArray fields = new JsonArray();
        messages.put(message.getFullName(), fields);
        message.getFields().forEach(field -> fields.add(field(field)));
    }

    private void add(EnumDescriptor type) {
        enums.computeIfAbsent(
                type.getFullName(),
                any -> {
                    JsonArray names = new JsonArray();
                    type.getValues().forEach(value -> names.add(value.getName()));
                    return names;
                });
    }

    private JsonObject field(FieldDescriptor field) {
        JsonObject json = new JsonObject().put("name", field.getJsonName());
        if (field.isMapField()) {
            json.put("key", kind(field.getMessageType().findFieldByName("key")));
            describe(field.getMessageType().findFieldByName("value"), json);
        } else {
            describe(field, json);
            json.put("repeated", field.isRepeated());
        }
        Optional.ofNullable(field.getRealContainingOneof())
                .ifPresent(oneof -> json.put("oneof", oneof.getName()));
        FieldBounds bounds = field.getOptions().getExtension(FieldBoundsProto.bounds);
        json.put("required", bounds.getRequired());
        hint(bounds).ifPresent(hint -> json.put("hint", hint));
        return json;
    }

    private void describe(FieldDescriptor field, JsonObject json) {
        String kind = kind(field);
        json.put("kind", kind);
        if (kind.equals("message")) {
            json.put("of", field.getMessageType().getFullName());
            add(field.getMessageType());
        } else if (kind.equals("enum")) {
            json.put("of", field.getEnumType().getFullName());
            add(field.getEnumType());
        }
    }

    /** Whole numbers of 64 bits are texts in JSON, and each kind of a form for itself. */
    private static String kind(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> "text";
            case BYTE_STRING -> "bytes";
            case BOOLEAN -> "boolean";
            case ENUM -> "enum";
            case INT -> "integer";
            case LONG -> "long";
            case FLOAT, DOUBLE -> "decimal";
            case MESSAGE -> TEXTS.getOrDefault(field.getMessageType().getFullName(), "message");
        };
    }

    /** What was expected, in the protos' words; else the form of a text. */
    private static Optional<String> hint(FieldBounds bounds) {
        if (!bounds.getExpected().isEmpty()) {
            return Optional.of(bounds.getExpected());
        }
        return switch (bounds.getFormat()) {
            case TEXT_FORMAT_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default ->
                    Optional.of(
                            bounds.getFormat()
                                    .name()
                                    .substring("TEXT_FORMAT_".length())
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' '));
        };
    }

    private static JsonObject object(Map<String, ?> values) {
        JsonObject object = new JsonObject();
        values.forEach(object::put);
        return object;
    }
}
