package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.StandPorts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class AddressTableTest {

    @Test
    void beforeTheNightItSaysWhereToAskAndWithWhichToken() {
        assertThat(table(ServiceSpec.ALL, Optional.empty()).first())
                .containsExactly(
                        "  console     http://127.0.0.1:8080/",
                        "  GraphQL     http://127.0.0.1:8080/graphql  (UI: http://127.0.0.1:8191/graphiql)",
                        "  token       curl -s 'http://127.0.0.1:8191/token?role=operator&sub=you'  (for development only)");
    }

    @Test
    void theWholeTableHasEveryPart() {
        String all =
                String.join(
                        "\n", table(ServiceSpec.ALL, Optional.of("http://127.0.0.1:9411")).all());

        assertThat(ServiceSpec.ALL)
                .allSatisfy(spec -> assertThat(all).contains("\n  " + spec.name() + " "));
        assertThat(all)
                .contains("  console     http://127.0.0.1:8080/\n")
                .contains("http://127.0.0.1:8080/graphql\n")
                .contains("http://127.0.0.1:8190/api/v1")
                .contains("http://127.0.0.1:8080/v1  (/openapi.json)")
                .contains("http://127.0.0.1:8080/q/swagger-ui")
                .contains("http://127.0.0.1:8080/console/grpc")
                .contains("curl -s http://127.0.0.1:8191/service-token")
                .contains("127.0.0.1:19092")
                .contains("http://127.0.0.1:9411/zipkin")
                .contains("target/stand/logs")
                .contains("Never use it outside this machine");
    }

    @Test
    void aTableOfFewServicesHasOnlyThese() {
        assertThat(String.join("\n", table(List.of(ServiceSpec.POLICY), Optional.empty()).all()))
                .contains("http://127.0.0.1:8109")
                .doesNotContain("8080")
                .doesNotContain("8190")
                .doesNotContain("Zipkin");
    }

    private static AddressTable table(List<ServiceSpec> services, Optional<String> zipkin) {
        return new AddressTable(
                StandPorts.usual(), services, "127.0.0.1:19092", zipkin, "target/stand/logs");
    }
}
