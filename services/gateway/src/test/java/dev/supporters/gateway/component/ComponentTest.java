package dev.supporters.gateway.component;

import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;

import org.junit.jupiter.api.BeforeEach;

/** The gateway in its environment, which forgets before each test what earlier tests told it. */
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(GatewayEnvironment.class)
abstract class ComponentTest {

    FakeServices services;
    FakeLegacy legacy;
    FakeIssuer issuer;
    FakeMetrics metrics;

    @BeforeEach
    void forget() {
        services.forget();
        legacy.forget();
        metrics.forget();
    }
}
