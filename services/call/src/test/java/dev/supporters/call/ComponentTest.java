package dev.supporters.call;

import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** The service amid its parts, and seen from outside. */
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeParts.class)
abstract class ComponentTest {

    FakeParts parts;

    @AutoClose CallTestClient client;

    @BeforeEach
    void connect() {
        client = new CallTestClient();
    }
}
