package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.GetResponse;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.driver.v1.ModeChange;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.PutResponse;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;
import dev.supporters.proto.driver.v1.SetActivityModeResponse;
import dev.supporters.proto.settlement.v1.GetStatementResponse;
import dev.supporters.proto.settlement.v1.PaymentState;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.settlement.v1.Statement;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** What a driver and an operator see of what follows from a decision on a signal, and who is said to have switched a mode. */
@QuarkusTest
class DecidedSignalTest extends ComponentTest {

    private static final Instant DECIDED = Instant.parse("2026-11-21T02:00:00Z");
    private static final String STATEMENT =
            "{ statement(driverId: 1004550, businessDate: \"2026-11-20\", product: DRIVER) {"
                    + " payment heldSince heldText { key korean english } } }";

    @Test
    void aDriverReadsThatThePayIsHeld() {
        answersStatement(
                Statement.newBuilder()
                        .setPaymentState(PaymentState.PAYMENT_STATE_HELD)
                        .setHoldTime(Timestamps.of(DECIDED)));

        ask(issuer.driver(), STATEMENT)
                .body("errors", nullValue())
                .body("data.statement.payment", equalTo("HELD"))
                .body("data.statement.heldSince", startsWith("2026-11-21T02:00:00"))
                .body("data.statement.heldText.key", equalTo("statement.held"));
    }

    @Test
    void ofPayThatIsNotHeldNothingIsSaid() {
        answersStatement(
                Statement.newBuilder().setPaymentState(PaymentState.PAYMENT_STATE_NOT_HELD));

        ask(issuer.driver(), STATEMENT)
                .body("errors", nullValue())
                .body("data.statement.payment", equalTo("NOT_HELD"))
                .body("data.statement.heldSince", nullValue())
                .body("data.statement.heldText", nullValue());
    }

    @Test
    void aDriverReadsOfTheOwnSuspensionAndWhoSwitchedTheModes() {
        services.answer(
                DriverServiceGrpc.getGetMethod(),
                request ->
                        GetResponse.newBuilder()
                                .setDriver(suspended())
                                .addModeChanges(change(DRIVER, "", "2026-11-20T12:00:00Z"))
                                .addModeChanges(change("operator-1", "s1", DECIDED.toString()))
                                .build());

        ask(
                        issuer.driver(),
                        "{ driver { memberships { activityMode suspendedSince } }"
                                + " modeChanges { actor signalId activityMode at } }")
                .body("errors", nullValue())
                .body("data.driver.memberships[0].activityMode", equalTo("OFF"))
                .body("data.driver.memberships[0].suspendedSince", startsWith("2026-11-21T02:00"))
                .body("data.modeChanges.actor", contains("operator-1", DRIVER))
                .body("data.modeChanges.signalId", contains("s1", null));
    }

    @Test
    void whoSwitchesAModeIsTold() {
        services.answer(
                DriverServiceGrpc.getSetActivityModeMethod(),
                request -> SetActivityModeResponse.newBuilder().setDriver(suspended()).build());
        String off =
                "mutation { setActivityMode(input: {driverId: 1004550, mode: OFF}) { driver { driverId } } }";

        ask(issuer.driver(), off).body("errors", nullValue());
        ask(issuer.operator(), off).body("errors", nullValue());

        assertThat(services.asked(DriverServiceGrpc.getSetActivityModeMethod()))
                .extracting(SetActivityModeRequest::getActor)
                .containsExactly(DRIVER, "op");
    }

    @Test
    void whoIsSuspendedReadsWhyTheModeStaysOff() {
        services.answer(
                DriverServiceGrpc.getSetActivityModeMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_SUSPENDED, "suspended", "an operator");
                });

        ask(
                        issuer.driver(),
                        "mutation { setActivityMode(input: {mode: ON}) { driver { driverId } } }")
                .body("errors[0].extensions.reason", equalTo("SUSPENDED"));
    }

    @Test
    void whoPutsAProfileIsToldAndWhy() {
        services.answer(
                DriverServiceGrpc.getPutMethod(),
                request -> PutResponse.newBuilder().setDriver(suspended()).build());

        ask(
                        issuer.operator(),
                        "mutation { putDriver(input: {driverId: 1004550, name: \"Kim\", memberships: [],"
                                + " reason: \"moved away\"}) { driver { driverId } } }")
                .body("errors", nullValue());

        assertThat(services.asked(DriverServiceGrpc.getPutMethod()))
                .singleElement()
                .returns("op", PutRequest::getActor)
                .returns("moved away", PutRequest::getReason);
    }

    private void answersStatement(Statement.Builder statement) {
        services.answer(
                SettlementServiceGrpc.getGetStatementMethod(),
                request -> GetStatementResponse.newBuilder().setStatement(statement).build());
    }

    private static Driver suspended() {
        return Driver.newBuilder()
                .setDriverId(DRIVER)
                .addMemberships(
                        Membership.newBuilder()
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion("seoul")
                                .setMode(ActivityMode.ACTIVITY_MODE_OFF)
                                .setSuspendTime(Timestamps.of(DECIDED)))
                .build();
    }

    private static ModeChange change(String actor, String signalId, String time) {
        return ModeChange.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setMode(ActivityMode.ACTIVITY_MODE_OFF)
                .setActor(actor)
                .setSignalId(signalId)
                .setChangeTime(Timestamps.of(Instant.parse(time)))
                .build();
    }
}
