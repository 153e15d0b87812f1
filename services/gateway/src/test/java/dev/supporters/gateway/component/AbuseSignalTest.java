package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.activity.v1.DecideSignalRequest;
import dev.supporters.proto.activity.v1.DecideSignalResponse;
import dev.supporters.proto.activity.v1.ListSignalsRequest;
import dev.supporters.proto.activity.v1.ListSignalsResponse;
import dev.supporters.proto.activity.v1.Signal;
import dev.supporters.proto.activity.v1.SignalDecided;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalEvidence;
import dev.supporters.proto.activity.v1.SignalKind;
import dev.supporters.proto.activity.v1.SignalNight;
import dev.supporters.proto.activity.v1.SignalPlace;
import dev.supporters.proto.activity.v1.SignalStatistics;
import dev.supporters.proto.common.v1.Product;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** What operators see of drivers who may play the system, and what they decide. */
@QuarkusTest
class AbuseSignalTest extends ComponentTest {

    private static final String LIST =
            """
            { abuseSignals(driverId: 1004550, businessDate: "2026-11-20", kind: CANCELLATIONS, undecided: true) {
                signals { signalId kind statistics { occasions happened expected chance threshold }
                    evidence { callId cell value } places { cell hour } nights { businessDate happened } explanation { key korean english } decisions { decision } } } }
            """;
    private static final String DECIDE =
            """
            mutation { decideAbuseSignal(input: {clientMutationId: "k1", signalId: "s1", decision: HOLD_PAY, reason: "asked two customers", driverText: "We ask two customers first."}) {
                signal { decisions { decision reason actor driverText } } } }
            """;

    @Test
    void operatorsSeeTheEvidenceAndWhatAnHonestDriverWouldSay() {
        // Given
        services.answer(
                ActivityServiceGrpc.getListSignalsMethod(),
                request -> ListSignalsResponse.newBuilder().addSignals(signal()).build());
        // When
        ask(issuer.operator(), LIST)
                .body("errors", nullValue())
                .body("data.abuseSignals.signals[0].kind", equalTo("CANCELLATIONS"))
                .body("data.abuseSignals.signals[0].statistics.happened", equalTo(5))
                .body("data.abuseSignals.signals[0].evidence[0].callId", equalTo("254137"))
                .body("data.abuseSignals.signals[0].evidence[0].cell", equalTo("8830e1c8a5fffff"))
                .body("data.abuseSignals.signals[0].places[0].hour", equalTo(2))
                .body(
                        "data.abuseSignals.signals[0].explanation.key",
                        equalTo("abuse.cancellations.honest"))
                .body(
                        "data.abuseSignals.signals[0].explanation.english",
                        startsWith("Customers had waited"))
                .body("data.abuseSignals.signals[0].explanation.korean", startsWith("고객이"))
                .body("data.abuseSignals.signals[0].nights[0].businessDate", equalTo("2026-11-18"))
                .body("data.abuseSignals.signals[0].nights[0].happened", equalTo(3))
                .body("data.abuseSignals.signals[0].decisions", hasSize(0));
        // Then
        ListSignalsRequest asked =
                services.asked(ActivityServiceGrpc.getListSignalsMethod()).getFirst();
        assertThat(asked.getDriverId()).isEqualTo(DRIVER);
        assertThat(asked.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(asked.getKind()).isEqualTo(SignalKind.SIGNAL_KIND_CANCELLATIONS);
        assertThat(asked.getUndecided()).isTrue();
    }

    @Test
    void anOperatorDecidesWithAReason() {
        // Given
        services.answer(
                ActivityServiceGrpc.getDecideSignalMethod(),
                request ->
                        DecideSignalResponse.newBuilder()
                                .setSignal(
                                        signal().toBuilder()
                                                .addDecisions(
                                                        SignalDecided.newBuilder()
                                                                .setDecision(request.getDecision())
                                                                .setReason(request.getReason())
                                                                .setDriverText(
                                                                        request.getDriverText())
                                                                .setActor(request.getActor())))
                                .build());
        // When
        ask(issuer.operator(), DECIDE)
                .body("errors", nullValue())
                .body("data.decideAbuseSignal.signal.decisions[0].decision", equalTo("HOLD_PAY"))
                .body(
                        "data.decideAbuseSignal.signal.decisions[0].driverText",
                        equalTo("We ask two customers first."));
        // Then
        DecideSignalRequest asked =
                services.asked(ActivityServiceGrpc.getDecideSignalMethod()).getFirst();
        assertThat(asked.getDecision()).isEqualTo(SignalDecision.SIGNAL_DECISION_HOLD_PAY);
        assertThat(asked.getReason()).isEqualTo("asked two customers");
        assertThat(asked.getDriverText()).isEqualTo("We ask two customers first.");
        assertThat(asked.getRequestId()).startsWith("decideAbuseSignal:").endsWith(":k1");
        assertThat(asked.getActor()).isNotBlank();
    }

    @Test
    void driversAndCustomersSeeAndDecideNothing() {
        for (String token : new String[] {issuer.driver(), issuer.customer()}) {
            ask(token, LIST).body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
            ask(token, DECIDE).body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        }
        assertThat(services.asked(ActivityServiceGrpc.getListSignalsMethod())).isEmpty();
        assertThat(services.asked(ActivityServiceGrpc.getDecideSignalMethod())).isEmpty();
    }

    private static Signal signal() {
        return Signal.newBuilder()
                .setSignalId("s1")
                .setDriverId(DRIVER)
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setBusinessDate("2026-11-20")
                .setKind(SignalKind.SIGNAL_KIND_CANCELLATIONS)
                .setPolicyVersion(3)
                .setStatistics(
                        SignalStatistics.newBuilder()
                                .setOccasions(6)
                                .setHappened(5)
                                .setExpected(.4)
                                .setChance(1e-5)
                                .setThreshold(1e-4))
                .addEvidence(
                        SignalEvidence.newBuilder()
                                .setCallId("254137")
                                .setCell("8830e1c8a5fffff")
                                .setValue(40))
                .addPlaces(SignalPlace.newBuilder().setCell("8830e1c8a5fffff").setHour(2))
                .addNights(
                        SignalNight.newBuilder()
                                .setBusinessDate("2026-11-18")
                                .setOccasions(4)
                                .setHappened(3)
                                .setExpected(.2))
                .build();
    }
}
