package dev.supporters.legacy.dispatch;

import static dev.supporters.legacy.World.CUSTOMER;
import static dev.supporters.legacy.World.ID;
import static dev.supporters.legacy.World.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.legacy.World;
import dev.supporters.legacy.dispatch.Conflict.Kind;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class DispatchTest {

    private static final String ANN = "2000001";
    private static final String BOB = "2000002";

    private final World world = new World();

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
            World here = new World();
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
    void aDriverIsBoundByOneCallAtMost() {
        // Given
        world.submit(false);
        world.dispatch.submit(World.submission("2", false));
        world.dispatch.take(ID, ANN);

        // When, Then
        assertConflict(() -> world.dispatch.take("2", ANN), Kind.DRIVER_ENGAGED);
        world.dispatch.pickUp(ID, ANN);
        assertConflict(() -> world.dispatch.take("2", ANN), Kind.DRIVER_ENGAGED);
        world.dispatch.complete(ID, ANN);
        world.dispatch.take("2", ANN);
        assertThat(world.dispatch.get("2").state()).isEqualTo(new DispatchState.Taken(ANN));
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
        assertThatThrownBy(() -> world.dispatch.take("9", ANN)).isInstanceOf(UnknownCall.class);
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

        World other = new World();
        other.submit(true);
        other.dispatch.take(ID, ANN);
        other.dispatch.pickUp(ID, ANN);
        assertConflict(() -> other.dispatch.cancel(ID, CUSTOMER), Kind.PICKED_UP);
        other.dispatch.complete(ID, ANN);
        assertConflict(() -> other.dispatch.cancel(ID, CUSTOMER), Kind.ENDED);
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
        World next = world.restarted();
        next.dispatch.start(new io.quarkus.runtime.StartupEvent());
        next.clock.advance(Duration.ofMinutes(30));

        // Then
        assertThat(next.state()).isEqualTo("unserved");
        assertThat(next.gateway.told)
                .containsExactly("1 TAKEN " + ANN, "2 DROPPED " + ANN, "3 UNSERVED ");
        assertThat(next.call().reports()).isEmpty();
    }

    @Test
    void listsCallsPageByPage() {
        // Given
        for (String id : List.of("3", "1", "2")) {
            world.dispatch.submit(World.submission(id, false));
        }
        world.clock.advance(Duration.ofSeconds(1));
        world.dispatch.submit(World.submission("0", false));
        CallList list = new CallList(world.calls);

        // When
        CallList.Page first = list.page(World.NOW, CallList.Place.START, 2);
        CallList.Page second = list.page(World.NOW, CallList.Place.of(first.calls().getLast()), 2);

        // Then
        assertThat(first.calls()).extracting(LegacyCall::id).containsExactly("1", "2");
        assertThat(first.more()).isTrue();
        assertThat(second.calls()).extracting(LegacyCall::id).containsExactly("3", "0");
        assertThat(second.more()).isFalse();
        assertThat(list.page(World.NOW.plusSeconds(1), CallList.Place.START, 9).calls())
                .extracting(LegacyCall::id)
                .containsExactly("0");
    }

    @Test
    void rulesLeaveACallAloneThatIsNotDue() {
        // Given
        world.submit(false);

        // Then
        assertThat(DispatchRules.expire(world.call(), Duration.ofMinutes(30), World.NOW))
                .isEqualTo(Optional.empty());
    }

    private static boolean done(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Conflict conflict) {
            return false;
        }
    }

    private static void assertConflict(Runnable step, Kind kind) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.kind()).isEqualTo(kind));
    }
}
