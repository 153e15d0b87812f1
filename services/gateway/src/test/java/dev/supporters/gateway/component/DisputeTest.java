package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.settlement.v1.AnswerDisputeRequest;
import dev.supporters.proto.settlement.v1.AnswerDisputeResponse;
import dev.supporters.proto.settlement.v1.Dispute;
import dev.supporters.proto.settlement.v1.DisputeState;
import dev.supporters.proto.settlement.v1.ListDisputesResponse;
import dev.supporters.proto.settlement.v1.OpenDisputeResponse;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.settlement.v1.WithdrawDisputeResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** What drivers say against their statements, and what operators answer. */
@QuarkusTest
class DisputeTest extends ComponentTest {

    private static final String OPEN =
            "mutation { openDispute(input: {clientMutationId: \"k1\", businessDate: \"2026-11-20\","
                    + " text: \"too little\"}) { dispute { disputeId state text } } }";
    private static final String ANSWER =
            "mutation { answerDispute(input: {clientMutationId: \"k2\", disputeId: \"w/1\","
                    + " decision: ACCEPTED, answer: \"you are right\","
                    + " adjustment: {amount: 7000, currency: \"KRW\"}}) { dispute { state answer } } }";
    private static final String WITHDRAW =
            "mutation { withdrawDispute(input: {clientMutationId: \"k3\", disputeId: \"w/1\"})"
                    + " { dispute { state } } }";

    @Test
    void aDriverDisputesAnOwnStatement() {
        // Given
        services.answer(
                SettlementServiceGrpc.getOpenDisputeMethod(),
                request ->
                        OpenDisputeResponse.newBuilder()
                                .setDispute(dispute(DisputeState.DISPUTE_STATE_OPEN))
                                .build());
        // When
        ask(issuer.driver(), OPEN)
                .body("data.openDispute.dispute.state", equalTo("OPEN"))
                .body("data.openDispute.dispute.text", equalTo("too little"));
        // Then
        assertThat(services.asked(SettlementServiceGrpc.getOpenDisputeMethod()))
                .first()
                .satisfies(request -> {
                    assertThat(request.getDriverId()).isEqualTo(DRIVER);
                    assertThat(request.getRequestId()).isEqualTo("openDispute:1004550:k1");
                });
    }

    @Test
    void aDriverWithdrawsInNobodyElsesName() {
        // Given
        services.answer(
                SettlementServiceGrpc.getWithdrawDisputeMethod(),
                request ->
                        WithdrawDisputeResponse.newBuilder()
                                .setDispute(dispute(DisputeState.DISPUTE_STATE_WITHDRAWN))
                                .build());
        // When
        ask(issuer.driver(), WITHDRAW)
                .body("data.withdrawDispute.dispute.state", equalTo("WITHDRAWN"));
        // Then
        assertThat(services.asked(SettlementServiceGrpc.getWithdrawDisputeMethod()))
                .first()
                .satisfies(request -> assertThat(request.getDriverId()).isEqualTo(DRIVER));
    }

    @Test
    void anOperatorAnswersWithACorrection() {
        // Given
        services.answer(
                SettlementServiceGrpc.getAnswerDisputeMethod(),
                request ->
                        AnswerDisputeResponse.newBuilder()
                                .setDispute(dispute(DisputeState.DISPUTE_STATE_ACCEPTED))
                                .build());
        // When
        ask(issuer.operator(), ANSWER)
                .body("data.answerDispute.dispute.state", equalTo("ACCEPTED"));
        // Then
        AnswerDisputeRequest asked =
                services.asked(SettlementServiceGrpc.getAnswerDisputeMethod()).getFirst();
        assertThat(asked.getDecision()).isEqualTo(DisputeState.DISPUTE_STATE_ACCEPTED);
        assertThat(asked.getAdjustment().getAmount()).isEqualTo(7_000);
        assertThat(asked.getActor()).isNotBlank();
    }

    @Test
    void onlyDriversDisputeAndOnlyOperatorsAnswer() {
        ask(issuer.operator(), OPEN)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        ask(issuer.operator(), WITHDRAW)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        ask(issuer.driver(), ANSWER)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        assertThat(services.asked(SettlementServiceGrpc.getAnswerDisputeMethod())).isEmpty();
    }

    @Test
    void operatorsListTheOpenOnesAndDriversTheirOwn() {
        // Given
        services.answer(
                SettlementServiceGrpc.getListDisputesMethod(),
                request ->
                        ListDisputesResponse.newBuilder()
                                .addDisputes(dispute(DisputeState.DISPUTE_STATE_OPEN))
                                .build());
        String fields = "{ disputes { disputeId ageSeconds closedAt actor adjusted { amount } } }";
        // When
        ask(issuer.operator(), "{ openDisputes " + fields + " }")
                .body("errors", nullValue())
                .body("data.openDisputes.disputes[0].ageSeconds", equalTo(90))
                .body("data.openDisputes.disputes[0].closedAt", nullValue())
                .body("data.openDisputes.disputes[0].adjusted", nullValue());
        ask(issuer.driver(), "{ disputes " + fields + " }").body("errors", nullValue());
        // Then
        assertThat(services.asked(SettlementServiceGrpc.getListDisputesMethod()))
                .extracting(request -> request.getDriverId())
                .containsExactly("", DRIVER);
    }

    private static Dispute dispute(DisputeState state) {
        return Dispute.newBuilder()
                .setDisputeId("w/1")
                .setWorkId("w")
                .setDriverId(DRIVER)
                .setBusinessDate("2026-11-20")
                .setState(state)
                .setText("too little")
                .setAgeSeconds(90)
                .build();
    }
}
