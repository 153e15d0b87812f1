package dev.supporters.gateway.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.gateway.SampleCalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A request for each path of REST, made from the committed OpenAPI document: the business of one driver and one customer. */
final class SampleRequests {

    private static final Path DOCUMENT = Path.of("src/main/resources/openapi.json");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

    /** What a name means, wherever it stands. */
    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    Map.entry("driverId", SampleCalls.DRIVER),
                    Map.entry("customerId", SampleCalls.CUSTOMER),
                    Map.entry("callId", SampleCalls.CALL),
                    Map.entry("businessDate", "2026-11-20"),
                    Map.entry("month", "2026-11"),
                    Map.entry("region", "seoul"),
                    Map.entry("currency", "KRW"),
                    Map.entry("lat", "37.5"),
                    Map.entry("lng", "127.0"),
                    Map.entry("timeZone", "Asia/Seoul"),
                    Map.entry("windowBegin", "21:00"),
                    Map.entry("entityId", "driver:" + SampleCalls.DRIVER),
                    Map.entry("expression", "true"),
                    Map.entry("appVersion", "1.2.3"),
                    Map.entry("minVersion", "1.2.3"),
                    Map.entry("date", "2026-11-20"),
                    Map.entry("firstDate", "2026-11-20"),
                    Map.entry("lastDate", "2026-11-24"));

    /** Who asks is who acts; and of two fields that exclude each other one is left out. */
    private static final Set<String> LEFT_OUT = Set.of("actor", "refuse", "draft");

    /** What no query must name, and what it is about all the same. */
    private static final Set<String> BESIDES = Set.of("driver_id", "position.lat", "position.lng");

    /**
     * As somebody sends it.
     *
     * @param template the path with its variables
     */
    record SampleRequest(String httpMethod, String template, String path, Optional<String> body) {}

    private final JsonNode document;

    SampleRequests() throws IOException {
        document = new ObjectMapper().readTree(Files.readString(DOCUMENT));
    }

    /** One for each path and method. */
    List<SampleRequest> all() {
        List<SampleRequest> requests = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        requests.add(
                                                request(
                                                        method.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        method.getValue()))));
        return requests;
    }

    private SampleRequest request(String httpMethod, String template, JsonNode operation) {
        String path = template;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            String value = value(name, parameter.path("schema"), 0).asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", value);
            } else if (!LEFT_OUT.contains(name)
                    && (parameter.path("required").asBoolean() || BESIDES.contains(name))) {
                query.add(name + "=" + value);
            }
        }
        if (VARIABLE.matcher(path).find()) {
            throw new AssertionError(template + " has a variable without a parameter");
        }
        JsonNode body =
                operation
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        return new SampleRequest(
                httpMethod,
                template,
                query.isEmpty() ? path : path + "?" + String.join("&", query),
                body.isMissingNode() ? Optional.empty() : Optional.of(object(body, 0).toString()));
    }

    private JsonNode value(String name, JsonNode declared, int depth) {
        JsonNode schema = resolved(declared);
        if (schema.has("enum")) {
            JsonNode constants = schema.path("enum");
            return constants.get(constants.size() > 1 ? 1 : 0);
        }
        return switch (schema.path("type").asText("string")) {
            case "object" -> object(schema, depth);
            case "array" ->
                    JsonNodeFactory.instance
                            .arrayNode()
                            .add(value(name, schema.path("items"), depth + 1));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "integer", "number" ->
                    JsonNodeFactory.instance.numberNode(schema.path("minimum").asLong(0) + 1);
            default -> JsonNodeFactory.instance.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode declared, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (depth > 4) {
            return object;
        }
        resolved(declared).path("properties").properties().stream()
                .filter(property -> !LEFT_OUT.contains(property.getKey()))
                .forEach(property ->
                        object.set(
                                property.getKey(),
                                value(property.getKey(), property.getValue(), depth + 1)));
        return object;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String text(String name, JsonNode schema) {
        String known = TEXTS.get(camelCase(name));
        if (known != null) {
            return known;
        }
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-11-20T13:30:00Z";
            case "int64", "uint64" -> "1";
            case "duration" -> "60s";
            default -> schema.path("pattern").asText().contains("s$") ? "60s" : "sample";
        };
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.substring(name.lastIndexOf('.') + 1).split("_")) {
            camel.append(
                    camel.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
