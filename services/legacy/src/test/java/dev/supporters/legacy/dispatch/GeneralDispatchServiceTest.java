package dev.supporters.legacy.dispatch;

import static dev.supporters.legacy.LegacyFixture.ANN;
import static dev.supporters.legacy.LegacyFixture.ID;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.LegacyFixture;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** Calls as they come in, wait and go unserved. */
class GeneralDispatchServiceTest {

    private final LegacyFixture world = new LegacyFixture();

    @Test
    void takesACallOnceHoweverOftenItIsHandedOver() {
        assertThat(world.submit(false)).isTrue();
        assertThat(world.submit(false)).isFalse();
        assertThat(world.call().registered()).isFalse();

        assertThat(world.submit(true)).isFalse();
        assertThat(world.submit(false)).isFalse();
        assertThat(world.call().registered()).isTrue();
        assertThat(world.state()).isEqualTo("offered");
    }

    @Test
    void countsHowOftenACallIsHandedOverAndKeepsWhenFirstAndLast() {
        // Given
        world.submit(false);
        world.clock.advance(Duration.ofSeconds(20));

        // When
        world.submit(true);
        world.dispatch.take(ID, ANN);

        // Then
        assertThat(world.call().handOvers())
                .isEqualTo(
                        new HandOvers(
                                2,
                                Optional.of(LegacyFixture.NOW),
                                Optional.of(LegacyFixture.NOW.plusSeconds(20))));
    }

    @Test
    void aCallOfWhichOnlyASupportersAcceptanceIsKnownWasNotHandedOver() {
        world.dispatch.accept(LegacyFixture.result("c1"));

        assertThat(world.call().handOvers()).isEqualTo(HandOvers.NONE);
    }

    @Test
    void aCallThatNobodyTakesIsUnservedAfterHalfAnHour() {
        // Given
        world.submit(true);

        // When
        world.clock.advance(Duration.ofMinutes(30).minusMillis(1));
        String before = world.state();
        world.clock.advance(Duration.ofMillis(1));

        // Then
        assertThat(before).isEqualTo("offered");
        assertThat(world.state()).isEqualTo("unserved");
        assertThat(world.gateway.told).containsExactly("1 UNSERVED ");
    }

    @Test
    void theHalfHourBeginsAnewWhenADriverGivesTheCallBack() {
        // Given
        world.submit(true);
        world.clock.advance(Duration.ofMinutes(20));
        world.dispatch.take(ID, ANN);
        world.dispatch.drop(ID, ANN);

        // When
        world.clock.advance(Duration.ofMinutes(29));

        // Then
        assertThat(world.state()).isEqualTo("offered");
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.state()).isEqualTo("unserved");
    }

    @Test
    void aRestartLosesNeitherTheOfferNorItsEndNorTheReports() {
        // Given
        world.gateway.down = true;
        world.submit(true);
        world.dispatch.take(ID, ANN);
        world.dispatch.drop(ID, ANN);

        // When
        world.gateway.down = false;
        LegacyFixture next = world.restarted();
        next.dispatch.start(new io.quarkus.runtime.StartupEvent());
        next.clock.advance(Duration.ofMinutes(30));

        // Then
        assertThat(next.state()).isEqualTo("unserved");
        assertThat(next.gateway.told)
                .containsExactly("1 TAKEN " + ANN, "2 DROPPED " + ANN, "3 UNSERVED ");
        assertThat(next.call().reports()).isEmpty();
    }

    @Test
    void rulesLeaveACallAloneThatIsNotDue() {
        // Given
        world.submit(false);

        // Then
        assertThat(
                        GeneralDispatchRules.expire(
                                world.call(), Duration.ofMinutes(30), LegacyFixture.NOW))
                .isEqualTo(Optional.empty());
    }
}
