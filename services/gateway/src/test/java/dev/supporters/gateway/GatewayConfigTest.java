package dev.supporters.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.call.ListCallRules.WithoutPosition;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class GatewayConfigTest {

    @Test
    void hasTheseDefaults() {
        // When
        GatewayConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(GatewayConfig.class)
                        .withDefaultValue("supporters.gateway.issuer", "http://issuer")
                        .withDefaultValue("supporters.gateway.jwks", "http://issuer/keys")
                        .withDefaultValue("supporters.gateway.console.authority", "http://issuer")
                        .build()
                        .getConfigMapping(GatewayConfig.class);

        // Then
        assertThat(config.issuer()).isEqualTo("http://issuer");
        assertThat(config.jwks()).isEqualTo("http://issuer/keys");
        assertThat(config.tokens().development()).isFalse();
        assertThat(config.tokens().rolesClaim()).isEqualTo("groups");
        assertThat(config.tokens().rolesPrefix()).isEmpty();
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.ui()).isFalse();
        assertThat(config.grpcUi()).isFalse();
        assertThat(config.pageSize()).isEqualTo(100);
        assertThat(config.queryCost()).isEqualTo(400);
        assertThat(config.rootFieldCost()).isEqualTo(20);
        assertThat(config.answerFields()).isEqualTo(20_000);
        assertThat(config.socketInitTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.socketsWithoutToken()).isEqualTo(1000);
        assertThat(config.socketsWithoutTokenPerAddress()).isEqualTo(50);
        assertThat(config.trustedProxies()).isEmpty();
        assertThat(config.socketsPerPerson()).isEqualTo(20);
        assertThat(config.schemaFor()).isEmpty();
        assertThat(config.socketOperations()).isEqualTo(50);
        assertThat(config.listRadiusMeters()).isEqualTo(3000);
        assertThat(config.listMaxAge()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.listCall().positionMaxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.listCall().toleranceMeters()).isEqualTo(1000);
        assertThat(config.listCall().withoutPosition()).isEqualTo(WithoutPosition.MEMBERS);
        assertThat(config.listCall().burst()).isEqualTo(10);
        assertThat(config.listCall().perMinute()).isEqualTo(20);
        assertThat(config.subscriptions()).isEqualTo(5000);
        assertThat(config.resync()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.fleet().history()).isEqualTo(Duration.ofHours(36));
        assertThat(config.fleet().locationHistory()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.fleet().pause()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.metrics().pause()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.console().enabled()).isTrue();
        assertThat(config.console().authority()).isEqualTo("http://issuer");
        assertThat(config.console().clientId()).isEqualTo("supporters-console");
        assertThat(config.console().scope()).isEqualTo("openid");
        assertThat(config.console().people()).isEmpty();
        assertThat(config.console().trace()).isEmpty();
    }
}
