package dev.supporters.gateway.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.List;

/** Finds what has no description in a schema. */
final class SchemaDocumentation {

    private SchemaDocumentation() {}

    static List<String> missing(String introspection) {
        List<String> missing = new ArrayList<>();
        for (JsonNode type : types(introspection)) {
            String name = type.path("name").asText();
            boolean ours = !name.startsWith("__") && !type.path("kind").asText().equals("SCALAR");
            if (ours) {
                look(type, name, missing);
            }
        }
        return missing;
    }

    private static void look(JsonNode type, String name, List<String> missing) {
        describe(type, name, missing);
        for (String kind : List.of("fields", "inputFields", "enumValues")) {
            for (JsonNode part : type.path(kind)) {
                String partName = name + "." + part.path("name").asText();
                describe(part, partName, missing);
                part.path("args")
                        .forEach(arg ->
                                describe(
                                        arg,
                                        partName + "(" + arg.path("name").asText() + ")",
                                        missing));
            }
        }
    }

    private static void describe(JsonNode node, String name, List<String> missing) {
        String description = node.path("description").asText("");
        if (description.isBlank() || description.equals("null") || description.equals("ISO-8601")) {
            missing.add(name);
        }
    }

    private static JsonNode types(String introspection) {
        try {
            return new ObjectMapper()
                    .readTree(introspection)
                    .path("data")
                    .path("__schema")
                    .path("types");
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + introspection, e);
        }
    }
}
