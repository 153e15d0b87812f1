package dev.supporters.legacy.dispatch;

import static dev.supporters.legacy.LegacyFixture.ANN;
import static dev.supporters.legacy.LegacyFixture.BOB;
import static dev.supporters.legacy.LegacyFixture.CUSTOMER;
import static dev.supporters.legacy.LegacyFixture.ID;
import static dev.supporters.legacy.dispatch.DispatchConflicts.assertConflict;
import static dev.supporters.legacy.dispatch.DispatchConflicts.done;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.legacy.LegacyFixture;
import dev.supporters.legacy.dispatch.DispatchConflict.Kind;
import dev.supporters.legacy.dispatch.GeneralDispatchService.UnknownCallException;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What commission drivers do with a call, until it is driven or cancelled. */
class CommissionDriveTest {

    private final LegacyFixture world = new LegacyFixture();

    @Test
    void aCommissionDriveGoesItsWayAndEachStepMayBeSaidTwice() {
        // Given
        world.submit(true);

        // When
        for (int i = 0; i < 2; i++) {
            world.dispatch.take(ID, ANN);
        }
        for (int i = 0; i < 2; i++) {
            world.dispatch.arrive(ID, ANN);
        }
        for (int i = 0; i < 2; i++) {
            world.dispatch.pickUp(ID, ANN);
        }
        for (int i = 0; i < 2; i++) {
            world.dispatch.complete(ID, ANN);
        }

        // Then
        assertThat(world.state()).isEqualTo("completed");
        assertThat(world.gateway.told)
                .containsExactly(
                        "1 TAKEN " + ANN,
                        "2 ARRIVED " + ANN,
                        "3 PICKED_UP " + ANN,
                        "4 COMPLETED " + ANN);
    }

    @Test
    void exactlyOneOfManyDriversTakesACall() {
        for (int round = 0; round < 20; round++) {
            // Given
            LegacyFixture here = new LegacyFixture();
            here.submit(false);

            // When
            List<Callable<Boolean>> drivers =
                    IntStream.range(0, 8)
                            .<Callable<Boolean>>mapToObj(
                                    i -> () -> done(() -> here.dispatch.take(ID, "d" + i)))
                            .toList();
            List<Boolean> taken = Race.run(drivers);

            // Then
            assertThat(taken).containsOnlyOnce(true);
            assertThat(here.call().state().driver()).isEqualTo("d" + taken.indexOf(true));
            assertThat(here.call().reports()).hasSize(1);
        }
    }

    @Test
    void aDriverIsBoundByOneCallAtMost() {
        // Given
        world.submit(false);
        world.dispatch.submit(LegacyFixture.submission("2", false));
        world.dispatch.take(ID, ANN);

        // When, Then
        assertConflict(() -> world.dispatch.take("2", ANN), Kind.DRIVER_ENGAGED);
        world.dispatch.pickUp(ID, ANN);
        assertConflict(() -> world.dispatch.take("2", ANN), Kind.DRIVER_ENGAGED);
        world.dispatch.complete(ID, ANN);
        world.dispatch.take("2", ANN);
        assertThat(world.dispatch.get("2").state()).isEqualTo(new GeneralCallState.Taken(ANN));
    }

    @Test
    void aDroppedCallIsOfferedAgain() {
        // Given
        world.submit(true);
        world.dispatch.take(ID, ANN);

        // When
        world.dispatch.drop(ID, ANN);
        world.dispatch.drop(ID, ANN);
        world.dispatch.take(ID, BOB);

        // Then
        assertConflict(() -> world.dispatch.drop(ID, ANN), Kind.NOT_YOUR_CALL);
        assertThat(world.gateway.told)
                .containsExactly("1 TAKEN " + ANN, "2 DROPPED " + ANN, "3 TAKEN " + BOB);
    }

    @Test
    void refusesStepsThatDoNotFollow() {
        world.submit(false);
        assertConflict(() -> world.dispatch.arrive(ID, ANN), Kind.NOT_YOUR_CALL);
        world.dispatch.take(ID, ANN);
        assertConflict(() -> world.dispatch.take(ID, BOB), Kind.TAKEN);
        assertConflict(() -> world.dispatch.arrive(ID, BOB), Kind.NOT_YOUR_CALL);
        assertConflict(() -> world.dispatch.complete(ID, ANN), Kind.WRONG_STATE);
        world.dispatch.pickUp(ID, ANN);
        assertConflict(() -> world.dispatch.drop(ID, ANN), Kind.PICKED_UP);
        world.dispatch.complete(ID, ANN);
        assertConflict(() -> world.dispatch.take(ID, BOB), Kind.ENDED);
        assertThatThrownBy(() -> world.dispatch.take("9", ANN))
                .isInstanceOf(UnknownCallException.class);
    }

    @Test
    void cancelsBeforeTheDriveOnly() {
        world.submit(true);
        world.dispatch.take(ID, ANN);
        assertConflict(() -> world.dispatch.cancel(ID, "7002"), Kind.NOT_YOUR_REQUEST);
        world.dispatch.cancel(ID, CUSTOMER);
        world.dispatch.cancel(ID, "");
        assertThat(world.gateway.told).last().isEqualTo("2 CANCELLED " + ANN);
        assertConflict(() -> world.dispatch.arrive(ID, ANN), Kind.ENDED);

        LegacyFixture other = new LegacyFixture();
        other.submit(true);
        other.dispatch.take(ID, ANN);
        other.dispatch.pickUp(ID, ANN);
        assertConflict(() -> other.dispatch.cancel(ID, CUSTOMER), Kind.PICKED_UP);
        other.dispatch.complete(ID, ANN);
        assertConflict(() -> other.dispatch.cancel(ID, CUSTOMER), Kind.ENDED);
    }
}
