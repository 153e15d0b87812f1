package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What `helm test` runs. */
class CheckTest {

    @Test
    void isAHookThatGoesWhenItHasPassed() {
        JsonNode annotations =
                Chart.demo(Map.of()).get("Pod", "supporters-check").at("/metadata/annotations");

        assertThat(annotations.path("helm.sh/hook").asText()).isEqualTo("test");
        assertThat(annotations.path("helm.sh/hook-delete-policy").asText())
                .contains("hook-succeeded");
    }

    @Test
    void asksTheDemosIssuerForATokenOrTakesThatOfASecret() {
        JsonNode demo = Chart.demo(Map.of()).get("Pod", "supporters-check");
        JsonNode production = Chart.render(Example.ALL.get(1)).get("Pod", "supporters-check");

        assertThat(demo.findValuesAsText("value"))
                .contains(
                        "http://supporters-gateway:8080",
                        "http://supporters-demo:8191/token?role=service&sub=helm-test");
        assertThat(production.findValuesAsText("value"))
                .noneMatch(value -> value.contains("/token"));
        assertThat(production.findValue("secretKeyRef").path("name").asText())
                .isEqualTo("supporters-check");
    }
}
