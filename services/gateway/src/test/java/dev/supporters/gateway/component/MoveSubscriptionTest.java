package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The subscription to moves, and who may have it. */
@QuarkusTest
class MoveSubscriptionTest extends ComponentTest {

    private static final String DOCUMENT =
            "subscription { moves(product: DRIVER, driverId: 1004550)"
                    + " { move { moveId kind state destinationInfo { poi } } } }";

    @Test
    void tellsThatThereIsNoneThenAPlaceThenARest() {
        // Given
        AtomicReference<GetActiveResponse> active =
                new AtomicReference<>(GetActiveResponse.newBuilder().setVersion(1).build());
        services.answer(MoveServiceGrpc.getGetActiveMethod(), request -> active.get());
        try (SubscriptionClient socket = socket(Optional.of(issuer.driver()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            assertThat(socket.next()).contains("connection_ack");
            socket.subscribe(DOCUMENT);

            // When
            String first = socket.next();
            active.set(
                    answer(
                            2,
                            move("m1", MoveKind.MOVE_KIND_UNSPECIFIED)
                                    .setDestination(Place.newBuilder().setPoi("판교역"))));
            String second = told(probe, socket);
            active.set(answer(3, move("a1", MoveKind.MOVE_KIND_REST)));
            String third = told(probe, socket);

            // Then
            assertThat(first).contains("\"move\":null");
            assertThat(second).contains("\"m1\"", "\"kind\":\"PLACE\"", "판교역");
            assertThat(third).contains("\"a1\"", "\"kind\":\"REST\"", "\"destinationInfo\":null");
        }
    }

    @Test
    void refusesTheMovesOfAnotherDriver() {
        try (SubscriptionClient other =
                socket(Optional.of(issuer.token("99", "driver")), Optional.empty())) {
            other.next();
            other.subscribe(DOCUMENT);
            assertThat(other.next()).contains("\"error\"", "PERMISSION_DENIED");
        }
    }

    private static String told(EventProbe probe, SubscriptionClient socket) {
        AtomicReference<String> message = new AtomicReference<>("");
        await().until(() -> {
            probe.tell(
                    new Event(
                            Topics.MOVES,
                            DRIVER,
                            "supporters.move.changed.v1",
                            MoveEvent.newBuilder()
                                    .setChanged(
                                            MoveChanged.newBuilder()
                                                    .setMove(Move.newBuilder().setDriverId(DRIVER)))
                                    .build()));
            socket.poll().ifPresent(message::set);
            return message.get().contains("next");
        });
        return message.get();
    }

    private static GetActiveResponse answer(long version, Move.Builder move) {
        return GetActiveResponse.newBuilder()
                .setMove(move.setVersion(version))
                .setVersion(version)
                .build();
    }

    private static Move.Builder move(String moveId, MoveKind kind) {
        return Move.newBuilder()
                .setMoveId(moveId)
                .setDriverId(DRIVER)
                .setProduct(Product.PRODUCT_DRIVER)
                .setKind(kind)
                .setState(MoveState.MOVE_STATE_PROPOSED);
    }
}
