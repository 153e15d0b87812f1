package dev.supporters.gateway.adapter.transcoding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;

import dev.supporters.gateway.adapter.transcoding.HttpBinding.Body;
import dev.supporters.proto.options.v1.FieldBounds;
import dev.supporters.proto.options.v1.FieldBoundsProto;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** REST in OpenAPI 3.1, made from the protos: paths, who may call them, messages with their bounds and comments. */
final class OpenApiDocument {

    private static final String REFUSED = "google.rpc.Status";
    private static final String TIMESTAMP = "google.protobuf.Timestamp";
    private static final String DURATION = "google.protobuf.Duration";
    private static final String ACTOR = "actor";

    private final ProtoComments comments = new ProtoComments();
    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    ObjectNode create(String version) {
        ObjectNode document = object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Supporters")
                .put("version", version)
                .put(
                        "description",
                        "The methods of the protos that have a google.api.http. JSON is that of"
                                + " protobuf: 64-bit numbers are texts, enums are names, and names of"
                                + " fields may be written as here or as in the protos. A request_id"
                                + " makes a change happen once.");
        document.putArray("security").addObject().putArray("token");
        ObjectNode paths = document.putObject("paths");
        RestMethods.ALL.forEach(method -> add(paths, method));
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        ObjectNode written = components.putObject("schemas");
        schemas.put(REFUSED, status());
        schemas.forEach(written::set);
        return document;
    }

    private void add(ObjectNode paths, RestMethod method) {
        MethodDescriptor descriptor = method.descriptor();
        ObjectNode operation =
                paths.withObjectProperty(path(method))
                        .putObject(method.http().httpMethod().toLowerCase(Locale.ROOT));
        operation.putArray("tags").add(method.service());
        operation.put(
                "operationId", descriptor.getService().getName() + "_" + descriptor.getName());
        operation.put(
                "description",
                comments.of(descriptor.getFile(), descriptor.getFullName())
                        + " For: "
                        + method.caller().people()
                        + ".");
        ArrayNode parameters = operation.putArray("parameters");
        for (String variable : method.http().path().variables()) {
            FieldPath field = FieldPath.of(descriptor.getInputType(), variable);
            FieldDescriptor last = field.fields().getLast();
            parameter(parameters, last.getName(), "path", last, true);
        }
        if (method.http().body() == Body.NONE) {
            query(parameters, method, descriptor.getInputType(), "");
        } else {
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", message(descriptor.getInputType(), inPath(method)));
        }
        ObjectNode responses = operation.putObject("responses");
        response(responses, "200", "The answer.", reference(descriptor.getOutputType()));
        response(
                responses,
                "default",
                "Refused, or failed.",
                object().put("$ref", "#/components/schemas/" + REFUSED));
        responses
                .putObject("413")
                .put("description", "The body is too long, more than 256 KB; without a body.");
        responses
                .putObject("414")
                .put("description", "The address is too long, more than 4 KB; without a body.");
    }

    /** A variable has the name of the field alone: a path is the same whatever its variables are called. */
    private static String path(RestMethod method) {
        return method.http().path().text().replaceAll("\\{(?:[a-z_]+\\.)+([a-z_]+)}", "{$1}");
    }

    private void query(ArrayNode parameters, RestMethod method, Descriptor type, String prefix) {
        for (FieldDescriptor field : type.getFields()) {
            String name = prefix + field.getName();
            if (method.http().path().variables().contains(name)) {
                continue;
            }
            if (isMessage(field)) {
                query(parameters, method, field.getMessageType(), name + ".");
            } else {
                parameter(parameters, name, "query", field, bounds(field).getRequired());
            }
        }
    }

    private void parameter(
            ArrayNode parameters, String name, String in, FieldDescriptor field, boolean required) {
        ObjectNode parameter =
                parameters
                        .addObject()
                        .put("name", name)
                        .put("in", in)
                        .put("required", required)
                        .put("description", comment(field));
        parameter.set("schema", value(field));
    }

    /** The fields of a message that its path does not have, without who does it: that is the bearer of the token. */
    private ObjectNode message(Descriptor type, Set<String> without) {
        ObjectNode schema = object().put("type", "object");
        String comment = comments.of(type.getFile(), type.getFullName());
        if (!comment.isEmpty()) {
            schema.put("description", comment);
        }
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (FieldDescriptor field : type.getFields()) {
            if (without.contains(field.getName())) {
                continue;
            }
            ObjectNode property = value(field);
            if (!comment(field).isEmpty()) {
                property.put("description", comment(field));
            }
            properties.set(field.getJsonName(), property);
            if (bounds(field).getRequired()) {
                required.add(field.getJsonName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode value(FieldDescriptor field) {
        if (!field.isRepeated()) {
            return single(field);
        }
        ObjectNode list = object().put("type", "array");
        list.set("items", single(field));
        if (bounds(field).getMaxItems() > 0) {
            list.put("maxItems", bounds(field).getMaxItems());
        }
        return list;
    }

    private ObjectNode single(FieldDescriptor field) {
        FieldBounds bounds = bounds(field);
        return switch (field.getJavaType()) {
            case STRING -> {
                ObjectNode text = object().put("type", "string");
                if (bounds.getMaxLength() > 0) {
                    text.put("maxLength", bounds.getMaxLength());
                }
                yield text;
            }
            case BOOLEAN -> object().put("type", "boolean");
            case INT -> bounded(object().put("type", "integer").put("format", "int32"), bounds);
            case LONG -> object().put("type", "string").put("format", "int64");
            case FLOAT, DOUBLE ->
                    bounded(object().put("type", "number").put("format", "double"), bounds);
            case BYTE_STRING -> object().put("type", "string").put("contentEncoding", "base64");
            case ENUM -> reference(field.getEnumType());
            case MESSAGE -> reference(field.getMessageType());
        };
    }

    private static ObjectNode bounded(ObjectNode number, FieldBounds bounds) {
        if (bounds.hasMin()) {
            number.put("minimum", bounds.getMin());
        }
        if (bounds.hasMax()) {
            number.put("maximum", bounds.getMax());
        }
        return number;
    }

    private ObjectNode reference(Descriptor type) {
        if (type.getFullName().equals(TIMESTAMP)) {
            return object().put("type", "string").put("format", "date-time");
        }
        if (type.getFullName().equals(DURATION)) {
            return object().put("type", "string").put("pattern", "^-?[0-9]+(\\.[0-9]+)?s$");
        }
        if (!schemas.containsKey(type.getFullName())) {
            schemas.put(type.getFullName(), object());
            schemas.put(type.getFullName(), message(type, Set.of()));
        }
        return object().put("$ref", "#/components/schemas/" + type.getFullName());
    }

    private ObjectNode reference(EnumDescriptor type) {
        schemas.computeIfAbsent(
                type.getFullName(),
                name -> {
                    ObjectNode schema = object().put("type", "string");
                    StringBuilder text =
                            new StringBuilder(comments.of(type.getFile(), type.getFullName()));
                    ArrayNode values = schema.putArray("enum");
                    for (var value : type.getValues()) {
                        values.add(value.getName());
                        text.append("\n- ")
                                .append(value.getName())
                                .append(": ")
                                .append(comments.of(type.getFile(), value.getFullName()));
                    }
                    return schema.put("description", text.toString());
                });
        return object().put("$ref", "#/components/schemas/" + type.getFullName());
    }

    private String comment(FieldDescriptor field) {
        return comments.of(field.getFile(), field.getFullName());
    }

    private static void response(
            ObjectNode responses, String status, String description, ObjectNode schema) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject("application/json")
                .set("schema", schema);
    }

    /** Errors of every method. */
    private static ObjectNode status() {
        ObjectNode status =
                object().put("type", "object")
                        .put("description", "Why a request was refused, or failed.");
        ObjectNode properties = status.putObject("properties");
        properties.putObject("code").put("type", "integer").put("description", "A code of gRPC.");
        properties.putObject("message").put("type", "string");
        ObjectNode details = properties.putObject("details").put("type", "array");
        ObjectNode info = details.putObject("items").put("type", "object");
        info.put(
                "description",
                "google.rpc.ErrorInfo: a reason from the list ErrorReason of the protos, without"
                        + " its prefix; metadata has offending, expected, retryable, and traceId where"
                        + " there is one.");
        ObjectNode fields = info.putObject("properties");
        fields.putObject("@type").put("type", "string");
        fields.putObject("reason").put("type", "string");
        fields.putObject("domain").put("type", "string");
        fields.putObject("metadata")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
        return status;
    }

    private static Set<String> inPath(RestMethod method) {
        Set<String> fields = new java.util.HashSet<>(method.http().path().variables());
        fields.add(ACTOR);
        return fields;
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && !field.getMessageType().getFullName().equals(TIMESTAMP)
                && !field.getMessageType().getFullName().equals(DURATION);
    }

    private static FieldBounds bounds(FieldDescriptor field) {
        return field.getOptions().getExtension(FieldBoundsProto.bounds);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
