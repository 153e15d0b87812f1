package dev.supporters.gateway.adapter.graphql.view;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.SECRET_DISTANCE;
import static dev.supporters.gateway.SampleCalls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Role;
import dev.supporters.gateway.access.Sight;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.proto.call.v1.CallState;

import org.junit.jupiter.api.Test;

import java.util.Set;

class CallViewTest {

    @Test
    void aDriverWhoHasNotAcceptedLearnsNothingOfTheWay() {
        // When
        CallView view =
                CallView.of(
                        call(CallState.CALL_STATE_COMMANDED).build(),
                        new Viewer(DRIVER, Set.of(Role.DRIVER)));

        // Then
        assertThat(view.toString())
                .doesNotContain("SECRET")
                .doesNotContain(Integer.toString(SECRET_DISTANCE));
        assertThat(view.destination()).isNull();
        assertThat(view.stopover()).isNull();
        assertThat(view.distance()).isNull();
        assertThat(view.tags()).isEmpty();
        assertThat(view.userName()).isNull();
        assertThat(view.origin().lat()).isEqualTo("37.39433886412452");
        assertThat(view.fare()).isEqualTo(18000);
        assertThat(view.etaSeconds()).isEqualTo(240);
    }

    @Test
    void aDriverWhoHasAcceptedLearnsTheWay() {
        // When
        CallView view =
                CallView.of(
                        call(CallState.CALL_STATE_ACCEPTED).build(),
                        new Viewer(DRIVER, Set.of(Role.DRIVER)));

        // Then
        assertThat(view.destination().poi()).isEqualTo("SECRET destination");
        assertThat(view.stopover().poi()).isEqualTo("SECRET stopover");
        assertThat(view.distance()).isEqualTo(SECRET_DISTANCE);
        assertThat(view.userName()).isEqualTo("SECRET name");
    }

    @Test
    void aCustomerLearnsTheDriverOnlyOnceAccepted() {
        // When
        CallView before =
                CallView.of(call(CallState.CALL_STATE_COMMANDED).build(), Sight.WITHOUT_DRIVER);
        CallView after = CallView.of(call(CallState.CALL_STATE_ACCEPTED).build(), Sight.ALL);

        // Then
        assertThat(before.driverId()).isNull();
        assertThat(before.destination().poi()).isEqualTo("SECRET destination");
        assertThat(after.driverId()).isEqualTo(DRIVER);
    }

    @Test
    void whoMaySeeNothingGetsNoView() {
        assertThatThrownBy(
                        () -> CallView.of(call(CallState.CALL_STATE_COMMANDED).build(), Sight.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
