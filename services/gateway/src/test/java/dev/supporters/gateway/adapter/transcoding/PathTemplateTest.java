package dev.supporters.gateway.adapter.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class PathTemplateTest {

    @Test
    void findsTheValuesOfItsVariables() {
        PathTemplate template = PathTemplate.parse("/v1/policies/{policy.product}/{policy.region}");

        assertThat(template.match(RequestUri.segments("/v1/policies/PRODUCT_DRIVER/seoul")))
                .contains(Map.of("policy.product", "PRODUCT_DRIVER", "policy.region", "seoul"));
        assertThat(template.match(RequestUri.segments("/v1/policies/PRODUCT_DRIVER"))).isEmpty();
        assertThat(template.match(RequestUri.segments("/v1/policies/PRODUCT_DRIVER/"))).isEmpty();
        assertThat(template.match(RequestUri.segments("/v1/other/PRODUCT_DRIVER/seoul"))).isEmpty();
    }

    @Test
    void takesOnlyItsVerb() {
        PathTemplate template = PathTemplate.parse("/v1/drivers/{driver_id}:setActivityMode");

        assertThat(template.match(RequestUri.segments("/v1/drivers/7:setActivityMode")))
                .contains(Map.of("driver_id", "7"));
        assertThat(template.match(RequestUri.segments("/v1/drivers/7"))).isEmpty();
        assertThat(template.match(RequestUri.segments("/v1/drivers/7:other"))).isEmpty();
        assertThat(template.match(RequestUri.segments("/v1/drivers/:setActivityMode"))).isEmpty();
    }

    @Test
    void takesColonsWithinAValue() {
        PathTemplate template = PathTemplate.parse("/v1/entities/{entity_id}/tags/{tag}");

        assertThat(template.match(RequestUri.segments("/v1/entities/driver:7/tags/night:late")))
                .contains(Map.of("entity_id", "driver:7", "tag", "night:late"));
    }

    @Test
    void aSlashWithinAValueIsPartOfIt() {
        PathTemplate template = PathTemplate.parse("/v1/calls/{call_id}");

        assertThat(template.match(RequestUri.segments("/v1/calls/a%2Fb"))).isPresent();
        assertThat(RequestUri.decoded("a%2Fb")).isEqualTo("a/b");
        assertThat(RequestUri.decoded("a+b")).isEqualTo("a+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/calls",
                "/v1/{name=shelves/*}",
                "/v1/**",
                "/v1/*/a",
                "/v1/{Name}",
                "/v1/calls/",
                "/v1/calls:a:b"
            })
    void refusesFormsThatItDoesNotKnow(String template) {
        assertThatThrownBy(() -> PathTemplate.parse(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(template);
    }
}
