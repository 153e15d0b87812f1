package dev.supporters.routing.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.routing.RoutingFixtures;

import org.junit.jupiter.api.Test;

class RouteRequestsTest {

    private static final Call CALL = RoutingFixtures.message("254137");

    @Test
    void readsACall() {
        assertThat(RouteRequests.call(request(CALL))).isEqualTo(RoutingFixtures.call("254137"));
    }

    @Test
    void refusesACallThatIsNotWellFormed() {
        refuses(
                request(CALL).toBuilder().clearRequestId().build(),
                "INVALID_ARGUMENT: request_id: nothing (expected: text of 1 to 100 characters)");
        refuses(
                request(CALL.toBuilder().setCallId("25a").build()),
                "INVALID_ARGUMENT: call.call_id: 25a (expected: 1 to 18 decimal digits)");
        refuses(
                request(CALL.toBuilder().clearProduct().build()),
                "INVALID_ARGUMENT: call.product: PRODUCT_UNSPECIFIED (expected: a product)");
        refuses(
                request(CALL.toBuilder().clearOrigin().build()),
                "INVALID_ARGUMENT: call.origin.lat: nothing (expected: a decimal from -90 to 90)");
        refuses(
                request(
                        CALL.toBuilder()
                                .setOrigin(Place.newBuilder().setLat("37").setLng("181"))
                                .build()),
                "INVALID_ARGUMENT: call.origin.lng: 181 (expected: a decimal from -180 to 180)");
    }

    private static void refuses(RouteRequest request, String message) {
        assertThatThrownBy(() -> FieldBoundsTable.check(request))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    private static RouteRequest request(Call call) {
        return RouteRequest.newBuilder().setRequestId("r").setCall(call).build();
    }
}
