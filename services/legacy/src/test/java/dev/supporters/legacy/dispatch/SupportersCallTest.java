package dev.supporters.legacy.dispatch;

import static dev.supporters.legacy.World.ANN;
import static dev.supporters.legacy.World.CUSTOMER;
import static dev.supporters.legacy.World.ID;
import static dev.supporters.legacy.World.result;
import static dev.supporters.legacy.dispatch.Conflicts.assertConflict;
import static dev.supporters.legacy.dispatch.Conflicts.done;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.World;
import dev.supporters.legacy.dispatch.Conflict.Kind;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Calls that supporters are reported to have. */
class SupportersCallTest {

    private final World world = new World();

    @Test
    void exactlyOneOfASupporterAndACommissionDriverGetsACall() {
        for (int round = 0; round < 50; round++) {
            // Given
            World here = new World();
            here.submit(false);

            // When
            List<Boolean> got =
                    Race.run(
                            () -> done(() -> here.dispatch.take(ID, ANN)),
                            () -> done(() -> here.dispatch.result(result("c1"))));

            // Then
            assertThat(got).containsExactlyInAnyOrder(true, false);
            assertThat(here.state()).isEqualTo(got.getFirst() ? "taken" : "supporters");
        }
    }

    @Test
    void refusesAResultWhereACommissionDriverWasFaster() {
        world.submit(false);
        world.dispatch.take(ID, ANN);
        assertConflict(() -> world.dispatch.result(result("c1")), Kind.TAKEN);
        world.dispatch.pickUp(ID, ANN);
        assertConflict(() -> world.dispatch.result(result("c1")), Kind.TAKEN);
        world.dispatch.complete(ID, ANN);
        assertConflict(() -> world.dispatch.result(result("c1")), Kind.TAKEN);
        assertThat(world.dispatch.results()).isEmpty();
    }

    @Test
    void refusesAResultForACallThatIsCancelledHere() {
        world.submit(false);
        world.dispatch.cancel(ID, CUSTOMER);
        assertConflict(() -> world.dispatch.result(result("c1")), Kind.ENDED);
    }

    @Test
    void recordsAResultOnceAlsoOfACallThatItDoesNotKnow() {
        // When
        world.dispatch.result(result("c1"));
        world.dispatch.result(result("c1"));

        // Then
        assertThat(world.state()).isEqualTo("supporters");
        assertThat(world.dispatch.results()).containsExactly(result("c1"));
        assertConflict(() -> world.dispatch.take(ID, ANN), Kind.SUPPORTERS);
    }

    @Test
    void aSupportersCallStaysOneWhenItIsHandedOverLate() {
        // Given
        world.dispatch.result(result("c1"));

        // When
        world.submit(false);
        world.submit(true, "c0");

        // Then
        assertThat(world.state()).isEqualTo("supporters");
        assertThat(world.call().details().known()).isTrue();
    }

    @Test
    void offersACallAgainWhoseSupporterGaveItBack() {
        // Given
        world.dispatch.result(result("c1"));

        // When
        world.submit(true, "c1");

        // Then
        assertThat(world.state()).isEqualTo("offered");
        world.dispatch.result(result("c1"));
        assertThat(world.state()).isEqualTo("offered");
        world.submit(true, "c1");
        world.dispatch.result(result("c2"));
        assertThat(world.state()).isEqualTo("supporters");
        world.submit(true, "c1");
        assertThat(world.state()).isEqualTo("supporters");
    }

    @Test
    void cancelsASupportersCallWithoutTellingTheGateway() {
        // Given
        world.submit(true);
        world.dispatch.result(result("c1"));

        // When
        world.dispatch.cancel(ID, CUSTOMER);

        // Then
        assertThat(world.state()).isEqualTo("cancelled");
        assertThat(world.gateway.told).isEmpty();
    }
}
