package dev.supporters.gateway.adapter.transcoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The published description of REST. `-Dsupporters.schema.update=true` writes it anew. */
class OpenApiTest {

    private static final Path PUBLISHED = Path.of("src/main/resources/openapi.json");
    private static final Path PACKAGE = Path.of("../../protos/package.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tools take only plain names. */
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

    @Test
    void isWhatTheProtosSay() throws IOException {
        // Given
        String made = made();
        if (!System.getProperty("supporters.schema.update", "false").equals("false")) {
            Files.writeString(PUBLISHED, made);
        }
        // Then
        assertThat(Files.readString(PUBLISHED))
                .as("%s (made anew by -Dsupporters.schema.update=true)", PUBLISHED)
                .isEqualTo(made);
    }

    @Test
    void describesEveryFieldAndMethodAndRefersToWhatIsThere() throws IOException {
        // Given
        JsonNode document = JSON.readTree(made());
        JsonNode schemas = document.at("/components/schemas");
        Set<String> without = new TreeSet<>();
        // When
        schemas.properties()
                .forEach(schema ->
                        schema.getValue()
                                .path("properties")
                                .properties()
                                .forEach(property -> {
                                    if (!schema.getKey().startsWith("google.")
                                            && property.getValue()
                                                    .path("description")
                                                    .asText()
                                                    .isEmpty()) {
                                        without.add(schema.getKey() + "." + property.getKey());
                                    }
                                }));
        // Then
        assertThat(without).as("fields without a description").isEmpty();
        assertThat(document.findValuesAsText("$ref"))
                .allMatch(reference ->
                        schemas.has(reference.substring("#/components/schemas/".length())));
        assertThat(document.path("paths").size()).isGreaterThan(40);
    }

    @Test
    void everyPathIsThereOnceAndItsVariablesAreItsParameters() throws IOException {
        // Given
        JsonNode paths = JSON.readTree(made()).at("/paths");
        // When
        List<String> written =
                paths.propertyStream()
                        .map(path -> VARIABLE.matcher(path.getKey()).replaceAll("{}"))
                        .toList();
        // Then
        assertThat(written).doesNotHaveDuplicates();
        paths.forEachEntry((path, operations) ->
                operations.forEach(operation ->
                        assertThat(inPath(operation))
                                .as(path)
                                .containsExactlyElementsOf(variables(path))));
    }

    @Test
    void asksNobodyForWhatThePathOrTheTokenSays() throws IOException {
        JsonNode adjust =
                JSON.readTree(made())
                        .at("/paths")
                        .path("/v1/drivers/{driver_id}/statements/{business_date}:adjust")
                        .at("/post/requestBody/content/application~1json/schema");

        assertThat(adjust.path("properties").has("amount")).isTrue();
        assertThat(adjust.path("properties").has("driverId")).isFalse();
        assertThat(adjust.path("properties").has("actor")).isFalse();
        assertThat(adjust.path("required").toString()).contains("requestId");
    }

    private static List<String> variables(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    private static List<String> inPath(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    private static String made() throws IOException {
        String version = JSON.readTree(PACKAGE.toFile()).path("version").asText();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return JSON.writer(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(indenter)
                                        .withArrayIndenter(indenter))
                        .writeValueAsString(new OpenApiDocument().create(version))
                + "\n";
    }
}
