package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Committed;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.StrictModels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final String ALL = "dev.supporters.charts.rendering.Example#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void rendersAsCommitted(Example example) {
        Committed.check(example.manifests(), Chart.render(example).text().strip() + "\n");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void rendersOnlyWhatTheKubernetesApiKnows(Example example) throws Exception {
        Manifests manifests = Chart.render(example);

        for (JsonNode manifest : manifests.all()) {
            assertThat(StrictModels.read(manifest)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void givesEveryObjectANamespaceAndAUniqueName(Example example) {
        assertThat(Chart.render(example).all())
                .allSatisfy(one ->
                        assertThat(one.at("/metadata/namespace").asText()).isEqualTo("supporters"))
                .extracting(one -> one.path("kind").asText() + " " + Manifests.name(one))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(64 + 25));
    }

    @Test
    void aFieldThatTheApiDoesNotKnowIsFound() {
        ObjectNode pod =
                Chart.render(Example.ALL.getFirst()).get("Pod", "supporters-check").deepCopy();
        ((ObjectNode) pod.path("spec")).put("restartPolice", "Never");

        assertThatThrownBy(() -> StrictModels.read(pod))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("restartPolice");
    }

    @Test
    void everyFolderOfExamplesIsTested() throws Exception {
        try (var folders = java.nio.file.Files.list(Folders.EXAMPLES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Example.ALL.stream().map(Example::name).toList());
        }
    }
}
