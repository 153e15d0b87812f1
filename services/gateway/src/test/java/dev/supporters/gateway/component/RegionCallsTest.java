package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.call.v1.BatchGetResponse;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.policy.v1.GetResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The calls of a region, for operators who look at a night: those under way, and what became of those that changed. */
@QuarkusTest
class RegionCallsTest extends ComponentTest {

    private static final String CALLS =
            "subscription { callsChanged(product: DRIVER, region: \"%s\") { region more calls { callId status } } }";

    private final List<Call> underWay = new CopyOnWriteArrayList<>();
    private final List<Call> ended = new CopyOnWriteArrayList<>();

    @BeforeEach
    void aRegionAndItsCalls() {
        services.answer(
                PolicyServiceGrpc.getGetMethod(),
                request ->
                        GetResponse.newBuilder()
                                .setPolicy(
                                        Policy.newBuilder()
                                                .setRegion(request.getRegion())
                                                .setBounds(bounds()))
                                .build());
        services.answer(
                CallServiceGrpc.getListMethod(),
                request -> ListResponse.newBuilder().addAllCalls(underWay).build());
        services.answer(
                CallServiceGrpc.getBatchGetMethod(),
                request ->
                        BatchGetResponse.newBuilder()
                                .addAllCalls(
                                        ended.stream()
                                                .filter(call ->
                                                        request.getCallIdsList()
                                                                .contains(call.getCallId()))
                                                .toList())
                                .build());
    }

    @Test
    void tellsOperatorsOfTheCallsOfARegionAndWhatBecomesOfThem() {
        // Given
        underWay.add(call(CallState.CALL_STATE_COMMANDED).build());
        underWay.add(
                call(CallState.CALL_STATE_REQUESTED)
                        .setCallId("77")
                        .setOrigin(Place.newBuilder().setLat("33.5").setLng("126.5"))
                        .build());
        try (SubscriptionClient socket = socket(Optional.of(issuer.operator()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            socket.next();
            socket.subscribe(CALLS.formatted("seoul"));
            String first = socket.next();

            // When
            Call completed = call(CallState.CALL_STATE_COMPLETED).setVersion(9).build();
            underWay.clear();
            ended.add(completed);
            String later = told(probe, socket);

            // Then
            assertThat(first)
                    .contains("\"" + CALL + "\"", "COMMANDED", "\"more\":false")
                    .doesNotContain("\"77\"");
            assertThat(later).contains("\"" + CALL + "\"", "COMPLETED");
        }
    }

    @Test
    void tellsAllOperatorsTheSame() {
        // Given
        underWay.add(call(CallState.CALL_STATE_DRIVING).build());
        try (SubscriptionClient one =
                        socket(Optional.of(issuer.token("op1", "operator")), Optional.empty());
                SubscriptionClient other =
                        socket(Optional.of(issuer.token("op2", "operator")), Optional.empty())) {
            one.next();
            other.next();

            // When
            one.subscribe(CALLS.formatted("same"));
            other.subscribe(CALLS.formatted("same"));

            // Then
            assertThat(one.next()).contains("DRIVING");
            assertThat(other.next()).contains("DRIVING");
        }
    }

    @Test
    void keepsThemFromEverybodyElse() {
        for (String role : List.of("driver", "customer", "service")) {
            try (SubscriptionClient socket =
                    socket(Optional.of(issuer.token("4711", role)), Optional.empty())) {
                socket.next();

                // When
                socket.subscribe(CALLS.formatted("seoul"));

                // Then
                assertThat(socket.next()).contains("\"error\"", "PERMISSION_DENIED");
            }
        }
    }

    /** Changes that come close together may be told as one. */
    private static String told(EventProbe probe, SubscriptionClient socket) {
        AtomicReference<String> message = new AtomicReference<>("");
        await().until(() -> {
            probe.tell(
                    new Event(
                            Topics.CALLS,
                            CALL,
                            "supporters.calls.ended.v1",
                            CallEvent.newBuilder()
                                    .setCallId(CALL)
                                    .setProduct(Product.PRODUCT_DRIVER)
                                    .build()));
            socket.poll().ifPresent(message::set);
            return message.get().contains("COMPLETED");
        });
        return message.get();
    }

    private static Box bounds() {
        return Box.newBuilder()
                .setSouthWest(Point.newBuilder().setLat(37).setLng(126))
                .setNorthEast(Point.newBuilder().setLat(38).setLng(128))
                .build();
    }
}
