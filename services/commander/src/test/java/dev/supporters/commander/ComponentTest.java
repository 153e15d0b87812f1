package dev.supporters.commander;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.TestClock;

import io.quarkus.test.common.QuarkusTestResource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** The commander on a Friday night, and seen from outside. */
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeCallService.class)
abstract class ComponentTest {

    @Inject TestClock clock;

    @AutoClose Outside outside;

    CommanderServiceBlockingStub commander;

    @BeforeEach
    void connect() {
        clock.set(TestClock.FRIDAY_NIGHT);
        outside = new Outside();
        commander = outside.commander;
    }
}
