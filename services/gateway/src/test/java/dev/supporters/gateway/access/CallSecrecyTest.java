package dev.supporters.gateway.access;

import static dev.supporters.gateway.SampleCalls.CUSTOMER;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.access.CallSecrecy.Visibility;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.common.v1.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.Set;

class CallSecrecyTest {

    private static final Principal OWN_DRIVER = new Principal(DRIVER, Set.of(Role.DRIVER));
    private static final Principal OTHER_DRIVER = new Principal("99", Set.of(Role.DRIVER));
    private static final Principal OWN_CUSTOMER = new Principal(CUSTOMER, Set.of(Role.CUSTOMER));
    private static final Principal OTHER_CUSTOMER = new Principal("8", Set.of(Role.CUSTOMER));

    @ParameterizedTest
    @EnumSource(
            value = CallState.class,
            names = {
                "CALL_STATE_ACCEPTED",
                "CALL_STATE_ARRIVED",
                "CALL_STATE_DRIVING",
                "CALL_STATE_COMPLETED"
            })
    void aDriverSeesAllOfACallThatHeHasAccepted(CallState state) {
        assertThat(CallSecrecy.visibility(OWN_DRIVER, call(state).build()))
                .isEqualTo(Visibility.ALL);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallState.class,
            names = {
                "CALL_STATE_UNSPECIFIED",
                "CALL_STATE_REQUESTED",
                "CALL_STATE_COMMANDED",
                "CALL_STATE_GENERAL",
                "CALL_STATE_CANCELLED",
                "CALL_STATE_FAILED"
            })
    void aDriverSeesNothingOfTheWayBeforeHeHasAccepted(CallState state) {
        assertThat(CallSecrecy.visibility(OWN_DRIVER, call(state).build()))
                .isEqualTo(Visibility.COMMANDED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EngagementState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNRECOGNIZED"})
    void aDriverLearnsTheFareOfACommandWithItsAcceptanceAndOperatorsAtOnce(EngagementState state) {
        Engagement slot =
                Engagement.newBuilder()
                        .setState(state)
                        .setCommand(
                                Command.newBuilder()
                                        .setCommandId("c")
                                        .setFare(Money.newBuilder().setAmount(18_000)))
                        .build();

        Engagement seen = CallSecrecy.visible(OWN_DRIVER, slot);

        assertThat(seen.getCommand().hasFare())
                .isEqualTo(state != EngagementState.ENGAGEMENT_STATE_COMMANDED);
        assertThat(seen.getCommand().getCommandId()).isEqualTo("c");
        assertThat(CallSecrecy.visible(new Principal("o", Set.of(Role.OPERATOR)), slot))
                .isEqualTo(slot);
    }

    @Test
    void aDriverSeesAllOfACallThatWasCancelledAfterHeHadAccepted() {
        // Given
        Call call =
                call(CallState.CALL_STATE_CANCELLED)
                        .setDispatchTime(Timestamps.of(Instant.EPOCH))
                        .build();

        // When
        Visibility visibility = CallSecrecy.visibility(OWN_DRIVER, call);

        // Then
        assertThat(visibility).isEqualTo(Visibility.ALL);
    }

    @ParameterizedTest
    @EnumSource(value = CallState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void anotherDriverSeesNothingOfACallWithADriver(CallState state) {
        assertThat(CallSecrecy.visibility(OTHER_DRIVER, call(state).build()))
                .isEqualTo(Visibility.NONE);
    }

    @Test
    void anyDriverSeesAnOpenCallOnGeneralDispatchWithoutTheWay() {
        // Given
        Call open = call(CallState.CALL_STATE_GENERAL).clearDriverId().build();

        // When
        Visibility visibility = CallSecrecy.visibility(OTHER_DRIVER, open);

        // Then
        assertThat(visibility).isEqualTo(Visibility.OPEN);
    }

    @Test
    void noDriverSeesARequestedCall() {
        // Given
        Call requested = call(CallState.CALL_STATE_REQUESTED).clearDriverId().build();

        // When
        Visibility visibility = CallSecrecy.visibility(OTHER_DRIVER, requested);

        // Then
        assertThat(visibility).isEqualTo(Visibility.NONE);
    }

    @Test
    void aCustomerSeesHerOwnCallAndItsDriverOnceAccepted() {
        assertThat(
                        CallSecrecy.visibility(
                                OWN_CUSTOMER, call(CallState.CALL_STATE_COMMANDED).build()))
                .isEqualTo(Visibility.WITHOUT_DRIVER);
        assertThat(
                        CallSecrecy.visibility(
                                OWN_CUSTOMER, call(CallState.CALL_STATE_ACCEPTED).build()))
                .isEqualTo(Visibility.ALL);
    }

    @ParameterizedTest
    @EnumSource(value = CallState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void aCustomerSeesNothingOfAnothersCall(CallState state) {
        assertThat(CallSecrecy.visibility(OTHER_CUSTOMER, call(state).clearDriverId().build()))
                .isEqualTo(Visibility.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = CallState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void operatorsAndServicesSeeAll(CallState state) {
        assertThat(
                        CallSecrecy.visibility(
                                new Principal("o", Set.of(Role.OPERATOR)), call(state).build()))
                .isEqualTo(Visibility.ALL);
        assertThat(
                        CallSecrecy.visibility(
                                new Principal("s", Set.of(Role.SERVICE)), call(state).build()))
                .isEqualTo(Visibility.ALL);
    }

    @Test
    void anIdAloneIsNoRole() {
        assertThat(
                        CallSecrecy.visibility(
                                new Principal(DRIVER, Set.of()),
                                call(CallState.CALL_STATE_ACCEPTED).build()))
                .isEqualTo(Visibility.NONE);
        assertThat(
                        CallSecrecy.visibility(
                                new Principal(DRIVER, Set.of(Role.CUSTOMER)),
                                call(CallState.CALL_STATE_ACCEPTED).build()))
                .isEqualTo(Visibility.NONE);
    }
}
