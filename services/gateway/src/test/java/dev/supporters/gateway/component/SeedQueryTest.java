package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.GetResponse;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The query that the apps send, word by word. */
@QuarkusTest
class SeedQueryTest extends ComponentTest {

    private static final String SEED_QUERY =
            """
            query {
              call(id: 254137) { origin { lat lng } fare }
              activeMove(product: DRIVER, driverId: 1004550) { destinationInfo { poi } }
            }
            """;

    @Test
    void answersTheSeedQueryAsItStands() {
        // Given
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        services.answer(
                MoveServiceGrpc.getGetActiveMethod(),
                request ->
                        GetActiveResponse.newBuilder()
                                .setMove(
                                        Move.newBuilder()
                                                .setMoveId("m1")
                                                .setDriverId(request.getDriverId())
                                                .setDestination(
                                                        Place.newBuilder().setPoi("판교역 신분당선 3번출구")))
                                .build());

        // When
        ValidatableResponse asOperator = ask(issuer.operator(), SEED_QUERY);
        ValidatableResponse asDriver = ask(issuer.driver(), SEED_QUERY);

        // Then
        for (ValidatableResponse answer : List.of(asOperator, asDriver)) {
            answer.statusCode(200)
                    .body("errors", nullValue())
                    .body("data.call.origin.lat", equalTo("37.39433886412452"))
                    .body("data.call.origin.lng", equalTo("127.1105739023173"))
                    .body("data.call.fare", equalTo(18000))
                    .body("data.activeMove.destinationInfo.poi", equalTo("판교역 신분당선 3번출구"));
        }
        assertThat(services.asked(MoveServiceGrpc.getGetActiveMethod()).getFirst().getDriverId())
                .isEqualTo(DRIVER);
    }

    @Test
    void oneFieldsEndIsNotAnothers() {
        // Given: the move is there at once, the call takes longer than a move may
        CountDownLatch moveAnswered = new CountDownLatch(1);
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> {
                    awaitThenWait(moveAnswered);
                    return GetResponse.newBuilder()
                            .setCall(call(CallState.CALL_STATE_ACCEPTED))
                            .build();
                });
        services.answer(
                MoveServiceGrpc.getGetActiveMethod(),
                request -> {
                    moveAnswered.countDown();
                    return GetActiveResponse.getDefaultInstance();
                });

        for (int i = 0; i < 10; i++) {
            // When
            ValidatableResponse answer = ask(issuer.driver(), SEED_QUERY);

            // Then
            answer.body("errors", nullValue()).body("data.call.fare", equalTo(18000));
        }
    }

    /** Long enough for the other answer to have arrived. */
    private static void awaitThenWait(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.SECONDS);
            new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
