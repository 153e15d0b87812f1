package dev.supporters.gateway.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.RoleClaim;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ConsoleSettingsTest {

    private static final RoleClaim GROUPS = RoleClaim.parse("groups", "");

    @Test
    void tellsThePageWhereTheTracesOfACallAre() {
        // When
        ConsoleSettings settings =
                ConsoleSettings.of(traced("https://traces.example/?call={callId}"), GROUPS, false);

        // Then
        assertThat(new JsonObject(settings.json()).getString("trace"))
                .isEqualTo("https://traces.example/?call={callId}");
    }

    @Test
    void saysNothingOfTracesWhereThereAreNone() {
        // When
        ConsoleSettings settings = ConsoleSettings.of(new Given(Optional.empty()), GROUPS, true);

        // Then
        assertThat(new JsonObject(settings.json()).containsKey("trace")).isFalse();
    }

    @Test
    void tellsThePageWhetherOperatorsMayCallMethodsByHand() {
        for (boolean grpc : List.of(true, false)) {
            ConsoleSettings settings =
                    ConsoleSettings.of(new Given(Optional.empty()), GROUPS, grpc);
            assertThat(new JsonObject(settings.json()).getBoolean("grpc")).isEqualTo(grpc);
        }
    }

    @Test
    void tellsThePageWhereTheRolesAreInATokenAsTheGatewayReadsThem() {
        // Given
        RoleClaim keycloak = RoleClaim.parse("resource_access/\"a/b\"/roles", "supporters-");

        // When
        ConsoleSettings settings = ConsoleSettings.of(new Given(Optional.empty()), keycloak, false);

        // Then
        JsonObject roles = new JsonObject(settings.json()).getJsonObject("roles");
        assertThat(roles.getJsonArray("path")).containsExactly("resource_access", "a/b", "roles");
        assertThat(roles.getString("prefix")).isEqualTo("supporters-");
    }

    @Test
    void refusesAnAddressThatNamesNoCallOrIsNoneOfTheWeb() {
        for (String wrong : List.of("https://traces.example/", "javascript:alert({callId})")) {
            assertThatThrownBy(() -> ConsoleSettings.of(traced(wrong), GROUPS, false))
                    .hasMessageContaining(wrong)
                    .hasMessageContaining("expected: http:// or https://, with {callId}");
        }
    }

    private static GatewayConfig.ConsoleConfig traced(String trace) {
        return new Given(Optional.of(trace));
    }

    private record Given(Optional<String> trace) implements GatewayConfig.ConsoleConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public String authority() {
            return "https://issuer.example";
        }

        @Override
        public String clientId() {
            return "console";
        }

        @Override
        public String scope() {
            return "openid";
        }

        @Override
        public Optional<List<String>> people() {
            return Optional.empty();
        }
    }
}
