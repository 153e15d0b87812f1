package dev.supporters.call.path;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.SampleCalls.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.path.PathDecision.Assigned;
import dev.supporters.call.path.PathDecision.ToGeneral;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class CallRequestServiceTest {

    private static final Assigned ASSIGNED = new Assigned(COMMAND, List.of());

    private final ServiceFixture service = new ServiceFixture();

    @Test
    void storesTheCallBeforeItIsRouted() {
        // Given
        service.router.decides(ASSIGNED);

        // When
        Versioned<Call> call = service.requests.request(order());

        // Then
        assertThat(service.router.asked)
                .singleElement()
                .extracting(Versioned::version)
                .isEqualTo(1L);
        assertThat(call.value().state()).isEqualTo(new Commanded(COMMAND));
        assertThat(service.told())
                .extracting(CallEvent::getEventCase, CallEvent::getVersion)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CallEvent.EventCase.REQUESTED, 1L),
                        org.assertj.core.groups.Tuple.tuple(CallEvent.EventCase.ASSIGNED, 2L));
    }

    @Test
    void howLongACallWasWithoutAPathIsMeasuredOnEitherPath() {
        // Given
        service.router.decides(ASSIGNED);
        service.router.meanwhile = () -> service.clock.advance(Duration.ofMillis(120));

        // When
        service.requests.request(order());

        // Then
        assertThat(service.pathWait(DispatchPath.SUPPORTERS)).isEqualTo(Duration.ofMillis(120));
        assertThat(service.pathWait(DispatchPath.GENERAL)).isZero();

        // When routing fails
        service.requests.request(SampleCalls.order(new CallId("5"), service.clock.instant()));

        // Then
        assertThat(service.pathWait(DispatchPath.SUPPORTERS)).isEqualTo(Duration.ofMillis(120));
        assertThat(service.pathWait(DispatchPath.GENERAL)).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void sendsTheCallToGeneralDispatchWhenRoutingSaysSo() {
        // Given
        service.router.decides(new ToGeneral("NOT_FIT", List.of(), true));

        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(service.told())
                .last()
                .extracting(e -> e.getSentToGeneral().getReason())
                .isEqualTo("NOT_FIT");
        assertThat(service.commander.closed).isEmpty();
    }

    @Test
    void closesTheCallAndSendsItToGeneralDispatchWhenRoutingFails() {
        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(call.reason()).isEqualTo("ROUTING_UNAVAILABLE");
        assertThat(service.commander.closed).containsExactly(ID);
    }

    @Test
    void adoptsTheCommandThatRoutingGaveBeforeItFailed() {
        // Given
        service.commander.engaged.put(ID, COMMAND);

        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void sendsTheCallToGeneralDispatchWhenCommanderFailsToo() {
        // Given
        service.commander.down = true;

        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.reason()).isEqualTo("ROUTING_UNAVAILABLE");
        assertThat(service.requests.confirm(ID, COMMAND)).isFalse();
    }

    @Test
    void answersTheSameCallToTheSameRequestAgain() {
        // Given
        service.router.decides(ASSIGNED);
        Versioned<Call> first = service.requests.request(order());

        // When
        Versioned<Call> second = service.requests.request(order(ID, NOW.plusSeconds(3)));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(service.router.asked).hasSize(1);
    }

    @Test
    void goesOnWithACallThatACrashLeftRequested() {
        // Given
        service.calls.create(SampleCalls.requested());
        service.router.decides(ASSIGNED);

        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void refusesOtherContentsUnderTheSameId() {
        // Given
        service.have(Call.requested(order(ID, NOW)).general("NOT_FIT", NOW));
        Call other = SampleCalls.requested();

        // When, Then
        assertThatThrownBy(() -> service.requests.request(withDistance(other, 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_CALL_EXISTS));
    }

    @Test
    void takesTheDriverBackWhenTheCustomerCancelledWhileItWasRouted() {
        // Given
        service.router.decides(ASSIGNED);
        service.router.meanwhile = () -> service.cancellations.cancel(ID, CUSTOMER);

        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }

    @Test
    void staysCancelledAlsoWhenTheDriverCannotBeTakenBackNow() {
        // Given
        service.router.decides(ASSIGNED);
        service.router.meanwhile =
                () -> {
                    service.cancellations.cancel(ID, CUSTOMER);
                    service.commander.down = true;
                };

        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(service.requests.confirm(ID, COMMAND)).isFalse();
    }

    @Test
    void takesTheDriverBackWhenTheCallWentToGeneralDispatchMeanwhile() {
        // Given
        service.router.decides(ASSIGNED);
        service.router.meanwhile =
                () -> service.dispatch.recover(service.calls.find(ID).orElseThrow(), true);

        // When
        Call call = service.requests.request(order()).value();

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }

    @Test
    void ofACancellationAndAnAssignmentThatRaceExactlyOneWins() {
        for (int round = 0; round < 50; round++) {
            // Given
            ServiceFixture here = new ServiceFixture();
            here.router.decides(ASSIGNED);
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
            assertThat(here.requests.confirm(ID, COMMAND)).isFalse();
        }
    }

    @Test
    void doesNotConfirmACallThatNobodyKnows() {
        assertThat(service.requests.confirm(ID, COMMAND)).isFalse();
    }

    @Test
    void givesACallWithoutAPathToTheCommandThatAsks() {
        // Given
        service.have(SampleCalls.requested());

        // When
        boolean confirmed = service.requests.confirm(ID, COMMAND);

        // Then
        assertThat(confirmed).isTrue();
        assertThat(service.call().state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void confirmsAsOftenAsItIsAsked() {
        // Given
        service.have(SampleCalls.accepted());

        // When
        boolean confirmed = service.requests.confirm(ID, COMMAND);

        // Then
        assertThat(confirmed).isTrue();
        assertThat(service.call()).isEqualTo(SampleCalls.accepted());
    }

    @Test
    void confirmsOneOfTwoCommandsThatAskAtOnce() {
        for (int round = 0; round < 50; round++) {
            // Given
            ServiceFixture here = new ServiceFixture();
            here.have(SampleCalls.requested());

            // When
            List<Boolean> confirmed =
                    Race.run(
                            () ->
                                    here.requests.confirm(
                                            ID, new Command("c1", new DriverId("1"), 60)),
                            () ->
                                    here.requests.confirm(
                                            ID, new Command("c2", new DriverId("2"), 60)));

            // Then
            assertThat(confirmed).containsExactlyInAnyOrder(true, false);
        }
    }

    private static CallOrder withDistance(Call call, int meters) {
        var o = call.order();
        return new CallOrder(
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
