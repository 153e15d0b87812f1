package dev.supporters.legacy.report;

import static dev.supporters.legacy.LegacyFixture.ID;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.LegacyFixture;

import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepReportServiceTest {

    private static final String ANN = "2000001";

    private final LegacyFixture world = new LegacyFixture();

    @BeforeEach
    void start() {
        world.reporter.start(new StartupEvent());
    }

    @Test
    void keepsReportsUntilTheCallIsRegistered() {
        // Given
        world.submit(false);
        world.dispatch.take(ID, ANN);
        world.clock.tick();
        assertThat(world.gateway.told).isEmpty();

        // When
        world.submit(true);

        // Then
        assertThat(world.gateway.told).containsExactly("1 TAKEN " + ANN);
    }

    @Test
    void tellsInOrderWhatTheGatewayMissedWhileItWasDown() {
        // Given
        world.submit(true);
        world.gateway.down = true;
        world.dispatch.take(ID, ANN);
        world.dispatch.arrive(ID, ANN);
        world.clock.tick();

        // When
        world.gateway.down = false;
        world.clock.tick();
        world.clock.tick();

        // Then
        assertThat(world.gateway.told).containsExactly("1 TAKEN " + ANN, "2 ARRIVED " + ANN);
        assertThat(world.call().reports()).isEmpty();
    }

    @Test
    void triesAgainWhereTheGatewayHasNotAnsweredForGood() {
        // Given
        world.submit(true);
        world.gateway.early = true;
        world.dispatch.take(ID, ANN);

        // When
        world.gateway.early = false;
        world.clock.tick();

        // Then
        assertThat(world.gateway.told).containsExactly("1 TAKEN " + ANN);
    }
}
