package dev.supporters.gateway.access;

import static dev.supporters.gateway.SampleCalls.CUSTOMER;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.Set;

class CallSecrecyTest {

    private static final Viewer OWN_DRIVER = new Viewer(DRIVER, Set.of(Role.DRIVER));
    private static final Viewer OTHER_DRIVER = new Viewer("99", Set.of(Role.DRIVER));
    private static final Viewer OWN_CUSTOMER = new Viewer(CUSTOMER, Set.of(Role.CUSTOMER));
    private static final Viewer OTHER_CUSTOMER = new Viewer("8", Set.of(Role.CUSTOMER));

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
        assertThat(CallSecrecy.sight(OWN_DRIVER, call(state).build())).isEqualTo(Sight.ALL);
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
        assertThat(CallSecrecy.sight(OWN_DRIVER, call(state).build()))
                .isEqualTo(Sight.BEFORE_ACCEPTANCE);
    }

    @Test
    void aDriverSeesAllOfACallThatWasCancelledAfterHeHadAccepted() {
        // Given
        Call call =
                call(CallState.CALL_STATE_CANCELLED)
                        .setDispatchTime(Timestamps.of(Instant.EPOCH))
                        .build();

        // When
        Sight sight = CallSecrecy.sight(OWN_DRIVER, call);

        // Then
        assertThat(sight).isEqualTo(Sight.ALL);
    }

    @ParameterizedTest
    @EnumSource(value = CallState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void anotherDriverSeesNothingOfACallWithADriver(CallState state) {
        assertThat(CallSecrecy.sight(OTHER_DRIVER, call(state).build())).isEqualTo(Sight.NONE);
    }

    @Test
    void anyDriverSeesAnOpenCallOnGeneralDispatchWithoutTheWay() {
        // Given
        Call open = call(CallState.CALL_STATE_GENERAL).clearDriverId().build();

        // When
        Sight sight = CallSecrecy.sight(OTHER_DRIVER, open);

        // Then
        assertThat(sight).isEqualTo(Sight.BEFORE_ACCEPTANCE);
    }

    @Test
    void noDriverSeesARequestedCall() {
        // Given
        Call requested = call(CallState.CALL_STATE_REQUESTED).clearDriverId().build();

        // When
        Sight sight = CallSecrecy.sight(OTHER_DRIVER, requested);

        // Then
        assertThat(sight).isEqualTo(Sight.NONE);
    }

    @Test
    void aCustomerSeesHerOwnCallAndItsDriverOnceAccepted() {
        assertThat(CallSecrecy.sight(OWN_CUSTOMER, call(CallState.CALL_STATE_COMMANDED).build()))
                .isEqualTo(Sight.WITHOUT_DRIVER);
        assertThat(CallSecrecy.sight(OWN_CUSTOMER, call(CallState.CALL_STATE_ACCEPTED).build()))
                .isEqualTo(Sight.ALL);
    }

    @ParameterizedTest
    @EnumSource(value = CallState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void aCustomerSeesNothingOfAnothersCall(CallState state) {
        assertThat(CallSecrecy.sight(OTHER_CUSTOMER, call(state).clearDriverId().build()))
                .isEqualTo(Sight.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = CallState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void operatorsAndServicesSeeAll(CallState state) {
        assertThat(CallSecrecy.sight(new Viewer("o", Set.of(Role.OPERATOR)), call(state).build()))
                .isEqualTo(Sight.ALL);
        assertThat(CallSecrecy.sight(new Viewer("s", Set.of(Role.SERVICE)), call(state).build()))
                .isEqualTo(Sight.ALL);
    }

    @Test
    void anIdAloneIsNoRole() {
        assertThat(
                        CallSecrecy.sight(
                                new Viewer(DRIVER, Set.of()),
                                call(CallState.CALL_STATE_ACCEPTED).build()))
                .isEqualTo(Sight.NONE);
        assertThat(
                        CallSecrecy.sight(
                                new Viewer(DRIVER, Set.of(Role.CUSTOMER)),
                                call(CallState.CALL_STATE_ACCEPTED).build()))
                .isEqualTo(Sight.NONE);
    }
}
