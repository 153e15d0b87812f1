package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.source.Functions;
import dev.supporters.charts.source.StoredCollection;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How long collections keep their documents: one table for all services, and how an installation changes it. */
class RetentionTest {

    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| `([a-z]+)` \\| `([a-z_]+)` \\| (\\w*) ?\\| (\\w+) \\|$",
                    Pattern.MULTILINE);

    private static final List<StoredCollection> COLLECTIONS =
            Functions.services().stream()
                    .flatMap(service -> StoredCollection.of(service).stream())
                    .toList();

    @Test
    void theTableSaysWhatTheServicesDo() {
        List<String> table =
                ROW.matcher(Folders.read(Folders.HELM.resolve("README.md")))
                        .results()
                        .map(row -> row(row.group(1), row.group(2), row.group(3), row.group(4)))
                        .toList();

        assertThat(COLLECTIONS).hasSizeGreaterThan(15);
        assertThat(table)
                .containsExactlyInAnyOrderElementsOf(
                        COLLECTIONS.stream()
                                .map(each ->
                                        row(
                                                each.service(),
                                                each.name(),
                                                each.after().orElse(""),
                                                each.retention().orElse("not said")))
                                .toList());
    }

    /** Of a map's keys a variable alone says none: one with an underscore would be taken for two words, and be without effect. */
    @Test
    void eachRetentionIsInTheSettingsOfItsServiceSoThatAVariableChangesIt() {
        assertThat(COLLECTIONS)
                .allSatisfy(each -> assertThat(each.retention()).as(each.name()).isPresent());
    }

    @Test
    void oneValueOfTheChartChangesTheRetentionInAllFunctions() {
        StoredCollection calls =
                COLLECTIONS.stream()
                        .filter(each -> each.name().equals("calls"))
                        .findFirst()
                        .orElseThrow();
        Manifests manifests = Chart.demo(Map.of("function.env." + calls.variable(), "200d"));

        assertThat(calls.variable()).isEqualTo("SUPPORTERS_STORE_ARCHIVE_CALLS_RETENTION");
        assertThat(Functions.of("call")).hasSizeGreaterThan(1);
        for (String function : Functions.of("call")) {
            assertThat(
                            manifests
                                    .get("Deployment", "supporters-" + function)
                                    .at("/spec/template/spec/containers/0/env")
                                    .valueStream())
                    .as(function)
                    .anySatisfy(variable -> {
                        assertThat(variable.path("name").asText()).isEqualTo(calls.variable());
                        assertThat(variable.path("value").asText()).isEqualTo("200d");
                    });
        }
    }

    private static String row(String service, String name, String after, String retention) {
        return "%s %s archived after %s, deleted after %s"
                .formatted(service, name, after, retention);
    }
}
