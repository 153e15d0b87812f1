package dev.supporters.gateway.component;

import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;

import org.junit.jupiter.api.BeforeEach;

/** The gateway amid its surroundings, which have forgotten what earlier tests told them. */
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(Surroundings.class)
abstract class ComponentTest {

    FakeServices services;
    FakeLegacy legacy;
    FakeIssuer issuer;

    @BeforeEach
    void forget() {
        services.forget();
        legacy.forget();
    }
}
