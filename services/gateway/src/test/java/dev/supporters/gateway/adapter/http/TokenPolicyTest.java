package dev.supporters.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.GatewayConfig;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What counts are the settings by which tokens are verified, however they came to be. */
class TokenPolicyTest {

    private static final String ISSUER = "https://login.example.com";
    private static final String KEYS = "https://login.example.com/keys";
    private static final Optional<List<String>> OURS = Optional.of(List.of("supporters"));

    @Test
    void theGatewayStartsWithAnIssuerKeysAndAnAudience() {
        assertThatCode(() -> start(false, ISSUER, KEYS, OURS)).doesNotThrowAnyException();
    }

    @Test
    void theGatewayDoesNotStartWithoutAnAudience() {
        assertThatThrownBy(() -> start(false, ISSUER, KEYS, Optional.empty()))
                .hasMessageContaining("mp.jwt.verify.audiences: found nothing");
    }

    @Test
    void theGatewayDoesNotStartWithoutTls() {
        assertThatThrownBy(() -> start(false, "http://login.example.com", KEYS, OURS))
                .hasMessageContaining("http://login.example.com (expected: https://");
        assertThatThrownBy(() -> start(false, ISSUER, "http://login.example.com/keys", OURS))
                .hasMessageContaining("http://login.example.com/keys (expected: https://");
    }

    @Test
    void theGatewayStartsWithAnIssuerForDevelopment() {
        assertThatCode(() -> start(true, "http://127.0.0.1:8191", KEYS, Optional.empty()))
                .doesNotThrowAnyException();
    }

    private static void start(
            boolean development, String issuer, String keys, Optional<List<String>> audiences) {
        GatewayConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(GatewayConfig.class)
                        .withDefaultValue("supporters.gateway.issuer", ISSUER)
                        .withDefaultValue("supporters.gateway.jwks", KEYS)
                        .withDefaultValue("supporters.gateway.console.authority", ISSUER)
                        .withDefaultValue(
                                "supporters.gateway.tokens.development",
                                Boolean.toString(development))
                        .build()
                        .getConfigMapping(GatewayConfig.class);
        new TokenPolicy(config, issuer, keys, audiences).start(new StartupEvent());
    }
}
