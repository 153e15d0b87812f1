package dev.supporters.call;

import static dev.supporters.call.CallTestClient.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.contract.Money;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Policy;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

/** Far from the places of other tests, so that their calls are not limited. */
@QuarkusTest
class CallLimitTest extends ComponentTest {

    private static final String CUSTOMER = "7900";

    @Test
    void followsThePoliciesAndRefusesWhatTheyDoNotAllow() {
        // Given
        Policy.Builder busan =
                PolicyDefaults.policy()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("busan")
                        .setVersion(1)
                        .setBounds(new RegionBounds(35, 128.8, 35.3, 129.3).toProto());
        busan.getCallsBuilder().setMaxLiveCalls(2);
        client.probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/busan",
                        "supporters.policies.v1",
                        PolicyEvent.newBuilder()
                                .setPut(PolicyPut.newBuilder().setPolicy(busan))
                                .build()));
        AtomicInteger looks = new AtomicInteger();
        // another customer's call at each look: one that came before the policy is taken
        await().untilAsserted(() ->
                assertRefused(
                        () ->
                                request(
                                        "7901",
                                        "3000000000000000" + looks.incrementAndGet(),
                                        new Money(1_800, "USD")),
                        Status.Code.FAILED_PRECONDITION,
                        "WRONG_CURRENCY"));

        // When
        Call first = request("200000000000000002", won());
        request("200000000000000003", won());

        // Then
        assertRefused(
                () -> request("200000000000000004", won()),
                Status.Code.FAILED_PRECONDITION,
                "TOO_MANY_CALLS");
        assertThat(request("200000000000000002", won()).getCallId()).isEqualTo(first.getCallId());
        client.cancel("200000000000000003", CUSTOMER);
        assertThat(request("200000000000000004", won()).getCallId())
                .isEqualTo("200000000000000004");
    }

    private Call request(String callId, Money fare) {
        return request(CUSTOMER, callId, fare);
    }

    private Call request(String customerId, String callId, Money fare) {
        return client.calls
                .request(
                        RequestRequest.newBuilder()
                                .setRequestId("request-" + callId + fare.currency())
                                .setCallId(callId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setCustomerId(customerId)
                                .setOrigin(Place.newBuilder().setLat("35.1").setLng("129.0"))
                                .setDestination(Place.newBuilder().setLat("35.2").setLng("129.1"))
                                .setFare(fare.toProto())
                                .setDistanceMeters(18_000)
                                .build())
                .getCall();
    }

    private static Money won() {
        return new Money(18_000, "KRW");
    }
}
