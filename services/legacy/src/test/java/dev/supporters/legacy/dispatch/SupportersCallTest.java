package dev.supporters.legacy.dispatch;

import static dev.supporters.legacy.LegacyFixture.ANN;
import static dev.supporters.legacy.LegacyFixture.CUSTOMER;
import static dev.supporters.legacy.LegacyFixture.ID;
import static dev.supporters.legacy.LegacyFixture.result;
import static dev.supporters.legacy.dispatch.DispatchConflicts.assertConflict;
import static dev.supporters.legacy.dispatch.DispatchConflicts.done;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.LegacyFixture;
import dev.supporters.legacy.dispatch.DispatchConflict.Kind;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Calls that supporters are reported to have. */
class SupportersCallTest {

    private final LegacyFixture world = new LegacyFixture();

    @Test
    void exactlyOneOfASupporterAndACommissionDriverGetsACall() {
        for (int round = 0; round < 50; round++) {
            // Given
            LegacyFixture here = new LegacyFixture();
            here.submit(false);

            // When
            List<Boolean> got =
                    Race.run(
                            () -> done(() -> here.dispatch.take(ID, ANN)),
                            () -> done(() -> here.dispatch.accept(result("c1"))));

            // Then
            assertThat(got).containsExactlyInAnyOrder(true, false);
            assertThat(here.state()).isEqualTo(got.getFirst() ? "taken" : "supporters");
        }
    }

    @Test
    void refusesAResultWhereACommissionDriverWasFaster() {
        world.submit(false);
        world.dispatch.take(ID, ANN);
        assertConflict(() -> world.dispatch.accept(result("c1")), Kind.TAKEN);
        world.dispatch.pickUp(ID, ANN);
        assertConflict(() -> world.dispatch.accept(result("c1")), Kind.TAKEN);
        world.dispatch.complete(ID, ANN);
        assertConflict(() -> world.dispatch.accept(result("c1")), Kind.TAKEN);
        assertThat(world.dispatch.acceptances()).isEmpty();
    }

    @Test
    void refusesAResultForACallThatIsCancelledHere() {
        world.submit(false);
        world.dispatch.cancel(ID, CUSTOMER);
        assertConflict(() -> world.dispatch.accept(result("c1")), Kind.ENDED);
    }

    @Test
    void recordsAResultOnceAlsoOfACallThatItDoesNotKnow() {
        // When
        world.dispatch.accept(result("c1"));
        world.dispatch.accept(result("c1"));

        // Then
        assertThat(world.state()).isEqualTo("supporters");
        assertThat(world.dispatch.acceptances()).containsExactly(result("c1"));
        assertConflict(() -> world.dispatch.take(ID, ANN), Kind.SUPPORTERS);
    }

    @Test
    void aSupportersCallStaysOneWhenItIsHandedOverLate() {
        // Given
        world.dispatch.accept(result("c1"));

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
        world.dispatch.accept(result("c1"));

        // When
        world.submit(true, "c1");

        // Then
        assertThat(world.state()).isEqualTo("offered");
        world.dispatch.accept(result("c1"));
        assertThat(world.state()).isEqualTo("offered");
        world.submit(true, "c1");
        world.dispatch.accept(result("c2"));
        assertThat(world.state()).isEqualTo("supporters");
        world.submit(true, "c1");
        assertThat(world.state()).isEqualTo("supporters");
    }

    @Test
    void cancelsASupportersCallWithoutTellingTheGateway() {
        // Given
        world.submit(true);
        world.dispatch.accept(result("c1"));

        // When
        world.dispatch.cancel(ID, CUSTOMER);

        // Then
        assertThat(world.state()).isEqualTo("cancelled");
        assertThat(world.gateway.told).isEmpty();
    }
}
