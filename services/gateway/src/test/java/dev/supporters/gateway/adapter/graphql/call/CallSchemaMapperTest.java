package dev.supporters.gateway.adapter.graphql.call;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.SECRET_DISTANCE;
import static dev.supporters.gateway.SampleCalls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.CallSecrecy.Visibility;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallView;
import dev.supporters.proto.call.v1.CallState;

import org.junit.jupiter.api.Test;

import java.util.Set;

class CallSchemaMapperTest {

    @Test
    void aDriverWhoHasNotAcceptedLearnsNothingOfTheWay() {
        // When
        CallView view =
                CallSchemaMapper.view(
                        call(CallState.CALL_STATE_COMMANDED).setReason("HELD").build(),
                        new Principal(DRIVER, Set.of(Role.DRIVER)));

        // Then
        assertThat(view.toString())
                .doesNotContain("SECRET")
                .doesNotContain(Integer.toString(SECRET_DISTANCE));
        assertThat(view.destination()).isNull();
        assertThat(view.stopover()).isNull();
        assertThat(view.distance()).isNull();
        assertThat(view.stopoverLocation()).isNull();
        assertThat(view.tags()).isEmpty();
        assertThat(view.tagNames()).isEmpty();
        assertThat(view.userName()).isNull();
        assertThat(view.origin().lat()).isEqualTo("37.39433886412452");
        assertThat(view.fare()).as("15,000 won and 850 for each km").isNull();
        assertThat(view.price()).isNull();
        assertThat(view.currency()).isNull();
        assertThat(view.reason()).isNull();
        assertThat(view.etaSeconds()).isEqualTo(240);
    }

    /** Commission drivers choose by the fare; that is the legacy system's way and stays. */
    @Test
    void anyDriverSeesTheFareOfACallOnGeneralDispatchButNotWhyItIsThere() {
        CallView view =
                CallSchemaMapper.view(
                        call(CallState.CALL_STATE_GENERAL)
                                .clearDriverId()
                                .setReason("NOT_FIT")
                                .build(),
                        new Principal("99", Set.of(Role.DRIVER)));

        assertThat(view.fare()).isEqualTo(18000);
        assertThat(view.reason()).isNull();
        assertThat(view.destination()).isNull();
        assertThat(view.distance()).isNull();
    }

    @Test
    void aDriverWhoHasAcceptedLearnsTheWay() {
        // When
        CallView view =
                CallSchemaMapper.view(
                        call(CallState.CALL_STATE_ACCEPTED).build(),
                        new Principal(DRIVER, Set.of(Role.DRIVER)));

        // Then
        assertThat(view.destination().poi()).isEqualTo("SECRET destination");
        assertThat(view.stopover()).isEqualTo("SECRET stopover");
        assertThat(view.stopoverLocation().poi()).isEqualTo("SECRET stopover");
        assertThat(view.distance()).isEqualTo(SECRET_DISTANCE);
        assertThat(view.userName()).isEqualTo("SECRET name");
    }

    @Test
    void aCustomerLearnsTheDriverOnlyOnceAccepted() {
        // When
        CallView before =
                CallSchemaMapper.view(
                        call(CallState.CALL_STATE_COMMANDED).build(), Visibility.WITHOUT_DRIVER);
        CallView after =
                CallSchemaMapper.view(call(CallState.CALL_STATE_ACCEPTED).build(), Visibility.ALL);

        // Then
        assertThat(before.driverId()).isNull();
        assertThat(before.destination().poi()).isEqualTo("SECRET destination");
        assertThat(after.driverId()).isEqualTo(DRIVER);
    }

    @Test
    void whoMaySeeNothingGetsNoView() {
        assertThatThrownBy(() ->
                        CallSchemaMapper.view(
                                call(CallState.CALL_STATE_COMMANDED).build(), Visibility.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
