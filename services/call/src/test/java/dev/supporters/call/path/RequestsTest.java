package dev.supporters.call.path;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.SampleCalls.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.World;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.path.Decided.Assigned;
import dev.supporters.call.path.Decided.ToGeneral;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;

class RequestsTest {

    private static final Assigned ASSIGNED = new Assigned(COMMAND, List.of());

    private final World world = new World();

    @Test
    void storesTheCallBeforeItIsRouted() {
        // Given
        world.routing.decides(ASSIGNED);

        // When
        Versioned<Call> call = world.requests.request(order());

        // Then
        assertThat(world.routing.asked)
                .singleElement()
                .extracting(Versioned::version)
                .isEqualTo(1L);
        assertThat(call.value().state()).isEqualTo(new Commanded(COMMAND));
        assertThat(world.told())
                .extracting(CallEvent::getEventCase, CallEvent::getVersion)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CallEvent.EventCase.REQUESTED, 1L),
                        org.assertj.core.groups.Tuple.tuple(CallEvent.EventCase.ASSIGNED, 2L));
    }

    @Test
    void sendsTheCallToGeneralDispatchWhenRoutingSaysSo() {
        // Given
        world.routing.decides(new ToGeneral("NOT_FIT", List.of()));

        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(world.told())
                .last()
                .extracting(e -> e.getSentToGeneral().getReason())
                .isEqualTo("NOT_FIT");
        assertThat(world.commander.closed).isEmpty();
    }

    @Test
    void closesTheCallAndSendsItToGeneralDispatchWhenRoutingFails() {
        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(call.reason()).isEqualTo("ROUTING_UNAVAILABLE");
        assertThat(world.commander.closed).containsExactly(ID);
    }

    @Test
    void adoptsTheCommandThatRoutingGaveBeforeItFailed() {
        // Given
        world.commander.engaged.put(ID, COMMAND);

        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void sendsTheCallToGeneralDispatchWhenCommanderFailsToo() {
        // Given
        world.commander.down = true;

        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.reason()).isEqualTo("ROUTING_UNAVAILABLE");
        assertThat(world.confirmations.confirm(ID, COMMAND)).isFalse();
    }

    @Test
    void answersTheSameCallToTheSameRequestAgain() {
        // Given
        world.routing.decides(ASSIGNED);
        Versioned<Call> first = world.requests.request(order());

        // When
        Versioned<Call> second = world.requests.request(order(ID, NOW.plusSeconds(3)));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(world.routing.asked).hasSize(1);
    }

    @Test
    void goesOnWithACallThatACrashLeftRequested() {
        // Given
        world.calls.create(SampleCalls.requested());
        world.routing.decides(ASSIGNED);

        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void refusesOtherContentsUnderTheSameId() {
        // Given
        world.have(Call.requested(order("254137", NOW)).general("NOT_FIT", NOW));
        Call other = SampleCalls.requested();

        // When, Then
        assertThatThrownBy(() -> world.requests.request(withDistance(other, 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_CALL_EXISTS));
    }

    @Test
    void takesTheDriverBackWhenTheCustomerCancelledWhileItWasRouted() {
        // Given
        world.routing.decides(ASSIGNED);
        world.routing.meanwhile = () -> world.cancellations.cancel(ID, CUSTOMER);

        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(world.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }

    @Test
    void staysCancelledAlsoWhenTheDriverCannotBeTakenBackNow() {
        // Given
        world.routing.decides(ASSIGNED);
        world.routing.meanwhile =
                () -> {
                    world.cancellations.cancel(ID, CUSTOMER);
                    world.commander.down = true;
                };

        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(world.confirmations.confirm(ID, COMMAND)).isFalse();
    }

    @Test
    void takesTheDriverBackWhenTheCallWentToGeneralDispatchMeanwhile() {
        // Given
        world.routing.decides(ASSIGNED);
        world.routing.meanwhile =
                () -> world.paths.recover(world.calls.find(ID).orElseThrow(), true);

        // When
        Call call = world.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(world.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }

    @Test
    void ofACancellationAndAnAssignmentThatRaceExactlyOneWins() {
        for (int round = 0; round < 50; round++) {
            // Given
            World here = new World();
            here.routing.decides(ASSIGNED);
            here.calls.create(SampleCalls.requested());

            // When
            Race.run(
                    () -> here.requests.request(order()),
                    () -> here.cancellations.cancel(ID, CUSTOMER));

            // Then
            assertThat(here.call().state()).isInstanceOf(Cancelled.class);
            boolean wasCommanded = here.call().commandId().equals("c1");
            assertThat(here.commander.cancelled)
                    .as("commanded before: %s", wasCommanded)
                    .hasSizeBetween(wasCommanded ? 1 : 0, 1);
            assertThat(here.confirmations.confirm(ID, COMMAND)).isFalse();
        }
    }

    @Test
    void numbersACallTheSameWayForTheSameRequest() {
        assertThat(CallNumber.of("7001", "r1"))
                .isEqualTo(CallNumber.of("7001", "r1"))
                .isNotEqualTo(CallNumber.of("7001", "r2"))
                .isNotEqualTo(CallNumber.of("7002", "r1"))
                .matches("9[0-9]{17}");
    }

    private static dev.supporters.call.life.Order withDistance(Call call, int meters) {
        var o = call.order();
        return new dev.supporters.call.life.Order(
                o.callId(),
                o.product(),
                o.customerId(),
                o.customerName(),
                o.origin(),
                o.destination(),
                o.stopover(),
                o.fare(),
                meters,
                o.appLocation(),
                o.createTime());
    }
}
