package dev.supporters.call;

import static dev.supporters.call.CallTestClient.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.proto.call.v1.BatchGetRequest;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListNearbyRequest;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.call.v1.CallEvent;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.util.List;

@QuarkusTest
class CallApiTest extends ComponentTest {

    @Test
    void listsByCustomerPageByPage() {
        // Given
        List.of("2011", "2012", "2013").forEach(id -> client.request(id, "7700"));

        // When
        ListRequest all = ListRequest.newBuilder().setCustomerId("7700").setPageSize(2).build();
        ListResponse first = client.calls.list(all);
        ListResponse second =
                client.calls.list(all.toBuilder().setPageToken(first.getNextPageToken()).build());

        // Then
        assertThat(first.getCallsList())
                .extracting(Call::getCallId)
                .containsExactly("2013", "2012");
        assertThat(second.getCallsList()).extracting(Call::getCallId).containsExactly("2011");
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(
                        client.calls
                                .batchGet(
                                        BatchGetRequest.newBuilder()
                                                .addCallIds("2011")
                                                .addCallIds("404")
                                                .build())
                                .getCallsList())
                .extracting(Call::getCallId)
                .containsExactly("2011");
        assertRefused(
                () -> client.calls.list(all.toBuilder().setPageToken("x").build()),
                Status.Code.INVALID_ARGUMENT,
                "INVALID_ARGUMENT");
    }

    @Test
    void listsOpenCallsAroundAPoint() {
        // Given
        client.request("2051", "7001");
        client.request("1051", "7001");
        ListNearbyRequest around =
                ListNearbyRequest.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setLocation(Point.newBuilder().setLat(37.395).setLng(127.11))
                        .setRadiusMeters(500)
                        .build();

        // Then
        assertThat(client.calls.listNearby(around).getCallsList())
                .extracting(Call::getCallId)
                .contains("2051")
                .doesNotContain("1051");
        assertThat(
                        client.calls
                                .listNearby(around.toBuilder().setRadiusMeters(10).build())
                                .getCallsList())
                .isEmpty();
        assertRefused(
                () -> client.calls.listNearby(around.toBuilder().setRadiusMeters(10_001).build()),
                Status.Code.INVALID_ARGUMENT,
                "radius_meters");
    }

    @Test
    void aCallWhoseAnswersAreLostIsOrderedAndCancelledOnce() {
        // When
        Call ordered = client.answers.again(() -> client.request("1061", "7061"));
        Call cancelled = client.answers.again(() -> client.cancel("1061", "7061"));

        // Then
        assertThat(ordered.getState()).isEqualTo(CallState.CALL_STATE_COMMANDED);
        assertThat(cancelled.getState()).isEqualTo(CallState.CALL_STATE_CANCELLED);
        await().untilAsserted(() ->
                assertThat(client.told("1061"))
                        .extracting(CallEvent::getEventCase)
                        .containsExactly(
                                CallEvent.EventCase.REQUESTED,
                                CallEvent.EventCase.ASSIGNED,
                                CallEvent.EventCase.ENDED));
        assertThat(parts.routed)
                .filteredOn(route -> route.getCall().getCallId().equals("1061"))
                .hasSize(1);
    }

    @Test
    void forACustomerAnotherOnesCallIsNotThere() {
        client.request("2071", "7071");

        assertThat(client.getFor("customer;7071", "2071").getCustomerId()).isEqualTo("7071");
        assertRefused(
                () -> client.getFor("customer;7072", "2071"),
                Status.Code.NOT_FOUND,
                "CALL_NOT_FOUND");
    }

    @Test
    void refusesWithAStatus() {
        assertRefused(() -> client.get("404"), Status.Code.NOT_FOUND, "CALL_NOT_FOUND");
        assertRefused(
                () -> client.calls.request(RequestRequest.getDefaultInstance()),
                Status.Code.INVALID_ARGUMENT,
                "request_id");
    }

    @Test
    void countsStates() {
        // When
        client.request("2020", "7001");

        // Then
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("supporters_call_states_total{path=\"GENERAL\",state=\"GENERAL\"}");
    }
}
