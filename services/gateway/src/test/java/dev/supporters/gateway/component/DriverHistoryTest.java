package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.gateway.SampleCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.CallCommand;
import dev.supporters.proto.commander.v1.CallCommandState;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.GetCallCommandsRequest;
import dev.supporters.proto.commander.v1.GetCallCommandsResponse;
import dev.supporters.proto.commander.v1.GetDriverCommandsRequest;
import dev.supporters.proto.commander.v1.GetDriverCommandsResponse;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.move.v1.GetDriverMovesRequest;
import dev.supporters.proto.move.v1.GetDriverMovesResponse;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.move.v1.MoveState;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What became of commands and moves. */
@QuarkusTest
class DriverHistoryTest extends ComponentTest {

    private static final String FIELDS =
            " { commandId callId driverId state etaSeconds endedAt refusalReason refusalComment onRefusal cancellationReason } }";
    private static final String OF_CALL =
            "{ callCommands(callId: \"" + SampleCalls.CALL + "\")" + FIELDS;
    private static final String OF_DRIVER = "{ driverCommands(driverId: \"7\")" + FIELDS;
    private static final String MOVES =
            "{ driverMoves(driverId: \"7\") { moveId state kind createdAt } }";

    private static final CallCommand REFUSED =
            CallCommand.newBuilder()
                    .setCommandId("c1")
                    .setCallId(SampleCalls.CALL)
                    .setDriverId("7")
                    .setState(CallCommandState.CALL_COMMAND_STATE_REFUSED)
                    .setEndTime(Timestamps.of(Instant.parse("2026-11-20T12:40:00Z")))
                    .setRefusalReason(RefusalReason.REFUSAL_REASON_OTHER)
                    .setRefusalComment("flat tyre")
                    .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                    .build();
    private static final CallCommand CANCELLED =
            CallCommand.newBuilder()
                    .setCommandId("c2")
                    .setCallId(SampleCalls.CALL)
                    .setDriverId("8")
                    .setState(CallCommandState.CALL_COMMAND_STATE_CANCELLED)
                    .setCancellationReason(CancellationReason.CANCELLATION_REASON_WITHDRAWN)
                    .build();

    @Test
    void tellsWhatBecameOfTheCommandsOfACall() {
        // Given
        AtomicReference<GetCallCommandsRequest> asked = new AtomicReference<>();
        services.answer(
                CommanderServiceGrpc.getGetCallCommandsMethod(),
                request -> {
                    asked.set(request);
                    return GetCallCommandsResponse.newBuilder()
                            .addAllCommands(List.of(REFUSED, CANCELLED))
                            .build();
                });

        // When
        var answer = ask(issuer.operator(), OF_CALL);

        // Then
        answer.body("errors", nullValue())
                .body("data.callCommands.commandId", contains("c1", "c2"))
                .body("data.callCommands.state", contains("REFUSED", "CANCELLED"))
                .body("data.callCommands.endedAt", contains("2026-11-20T12:40:00Z", null))
                .body("data.callCommands.refusalReason", contains("OTHER", null))
                .body("data.callCommands.refusalComment", contains("flat tyre", null))
                .body("data.callCommands.onRefusal", contains("GENERAL", null))
                .body("data.callCommands.cancellationReason", contains(null, "WITHDRAWN"))
                .body("data.callCommands.etaSeconds", contains(null, null));
        assertThat(asked.get().getCallIdsList()).containsExactly(SampleCalls.CALL);
    }

    @Test
    void tellsWhatBecameOfADriversCommands() {
        // Given
        AtomicReference<GetDriverCommandsRequest> asked = new AtomicReference<>();
        services.answer(
                CommanderServiceGrpc.getGetDriverCommandsMethod(),
                request -> {
                    asked.set(request);
                    return GetDriverCommandsResponse.newBuilder().addCommands(REFUSED).build();
                });

        // When
        var answer = ask(issuer.operator(), OF_DRIVER);

        // Then
        answer.body("errors", nullValue())
                .body("data.driverCommands[0].callId", equalTo(SampleCalls.CALL))
                .body("data.driverCommands[0].state", equalTo("REFUSED"));
        assertThat(asked.get().getDriverId()).isEqualTo("7");
    }

    @Test
    void tellsWhatBecameOfADriversMoves() {
        // Given
        AtomicReference<GetDriverMovesRequest> asked = new AtomicReference<>();
        services.answer(
                MoveServiceGrpc.getGetDriverMovesMethod(),
                request -> {
                    asked.set(request);
                    return GetDriverMovesResponse.newBuilder()
                            .addMoves(
                                    Move.newBuilder()
                                            .setMoveId("m1")
                                            .setDriverId("7")
                                            .setState(MoveState.MOVE_STATE_DECLINED))
                            .build();
                });

        // When
        var answer = ask(issuer.operator(), MOVES);

        // Then
        answer.body("errors", nullValue())
                .body("data.driverMoves.moveId", contains("m1"))
                .body("data.driverMoves[0].state", equalTo("DECLINED"))
                .body("data.driverMoves[0].kind", equalTo("PLACE"));
        assertThat(asked.get())
                .isEqualTo(
                        GetDriverMovesRequest.newBuilder()
                                .setDriverId("7")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .build());
    }

    @Test
    void allOfThemAreForOperatorsOnly() {
        for (String token :
                List.of(issuer.driver(), issuer.customer(), issuer.token("billing", "service"))) {
            for (String query : List.of(OF_CALL, OF_DRIVER, MOVES)) {
                ask(token, query).body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
            }
        }
    }
}
