package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AdjustResponse;
import dev.supporters.proto.settlement.v1.AdjustmentKind;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.GetMonthResponse;
import dev.supporters.proto.settlement.v1.ListMinutesResponse;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.Minute;
import dev.supporters.proto.settlement.v1.MonthDay;
import dev.supporters.proto.settlement.v1.MonthSum;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.StatementLine;
import dev.supporters.proto.settlement.v1.StatementLineKind;
import dev.supporters.proto.settlement.v1.TimeClass;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

/** What those who pay need: the file of a business date, a driver's month, and its minutes. */
@QuarkusTest
class StatementExportTest extends ComponentTest {

    @Test
    void anOperatorGetsAllPagesAsOneFile() {
        // Given
        services.answer(
                SettlementServiceGrpc.getListStatementsMethod(),
                request ->
                        ListStatementsResponse.newBuilder()
                                .addStatements(statement("d" + request.getPageToken(), 234))
                                .setNextPageToken(request.getPageToken().isEmpty() ? "1" : "")
                                .build());
        // When and then
        download(issuer.operator(), "2026-11-20")
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("statements-2026-11-20.csv"))
                .body(containsString(",468,KRW,,0\r\nSHA256,"));
        assertThat(services.asked(SettlementServiceGrpc.getListStatementsMethod())).hasSize(2);
    }

    @Test
    void nobodyElseDoesAndNobodyGetsAPartOfIt() {
        download(issuer.driver(), "2026-11-20")
                .statusCode(403)
                .body("reason", equalTo("PERMISSION_DENIED"))
                .body("offending", equalTo("your roles"));
        download(issuer.customer(), "2026-11-20").statusCode(403);
        download(issuer.operator(), "yesterday").statusCode(400);
        RestAssured.given()
                .get("/export/statements/2026-11-20.csv")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.reason", equalTo("UNAUTHENTICATED"));
        assertThat(services.asked(SettlementServiceGrpc.getListStatementsMethod())).isEmpty();
        // the service does not answer
        download(issuer.operator(), "2026-11-20").statusCode(503);
    }

    @Test
    void anOperatorDeductsAndTheStatementSaysWhyAndWho() {
        // Given
        services.answer(
                SettlementServiceGrpc.getAdjustMethod(),
                request ->
                        AdjustResponse.newBuilder()
                                .setStatement(
                                        statement("d1", 13_500).toBuilder()
                                                .setRegion("seoul")
                                                .addLines(
                                                        StatementLine.newBuilder()
                                                                .setKind(
                                                                        StatementLineKind
                                                                                .STATEMENT_LINE_KIND_DEDUCTION)
                                                                .setAmount(request.getAmount())
                                                                .setReason(request.getReason())
                                                                .setActor(request.getActor())))
                                .build());
        // When
        ask(
                        issuer.operator(),
                        "mutation { adjustStatement(input: {clientMutationId: \"1\", driverId: 1,"
                                + " businessDate: \"2026-11-20\", kind: DEDUCTION, reason: \"no"
                                + " answer\", amount: {amount: -500, currency: \"KRW\"}}) { statement {"
                                + " region lines { kind amount { amount } reason actor timeClass } } } }")
                .body("errors", nullValue())
                .body("data.adjustStatement.statement.region", equalTo("seoul"))
                .body("data.adjustStatement.statement.lines[0].kind", equalTo("DEDUCTION"))
                .body("data.adjustStatement.statement.lines[0].amount.amount", equalTo(-500))
                .body("data.adjustStatement.statement.lines[0].reason", equalTo("no answer"))
                .body("data.adjustStatement.statement.lines[0].timeClass", nullValue());
        // Then
        assertThat(services.asked(SettlementServiceGrpc.getAdjustMethod()))
                .extracting(AdjustRequest::getKind)
                .containsExactly(AdjustmentKind.ADJUSTMENT_KIND_DEDUCTION);
    }

    @Test
    void aDriverSeesTheOwnMonth() {
        // Given
        services.answer(
                SettlementServiceGrpc.getGetMonthMethod(),
                request ->
                        GetMonthResponse.newBuilder()
                                .setDriverId(request.getDriverId())
                                .setMonth(request.getMonth())
                                .setFinal(true)
                                .addDays(
                                        MonthDay.newBuilder()
                                                .setBusinessDate("2026-11-20")
                                                .setTotal(won(14_000)))
                                .addSums(MonthSum.newBuilder().setTotal(won(14_000)))
                                .build());
        String fields = "{ driverId settled days { businessDate } sums { total { amount } } } }";
        // When and then
        ask(issuer.driver(), "{ monthStatement(month: \"2026-11\") " + fields)
                .body("errors", nullValue())
                .body("data.monthStatement.driverId", equalTo(DRIVER))
                .body("data.monthStatement.days[0].businessDate", equalTo("2026-11-20"))
                .body("data.monthStatement.sums[0].total.amount", equalTo(14_000));
        ask(issuer.driver(), "{ monthStatement(driverId: 99, month: \"2026-11\") " + fields)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
    }

    @Test
    void aDriverSeesTheOwnMinutes() {
        // Given
        services.answer(
                SettlementServiceGrpc.getListMinutesMethod(),
                request ->
                        ListMinutesResponse.newBuilder()
                                .addMinutes(
                                        Minute.newBuilder()
                                                .setNumber(1)
                                                .setTimeClass(TimeClass.TIME_CLASS_DRIVING)
                                                .addClasses(
                                                        ClassTime.newBuilder()
                                                                .setTimeClass(
                                                                        TimeClass
                                                                                .TIME_CLASS_DRIVING)
                                                                .setSeconds(60))
                                                .addCallIds("254137")
                                                .setPlaceCell("8830e1d8c7fffff"))
                                .setNextPageToken("1")
                                .build());
        String fields =
                "{ minutes { number timeClass classes { seconds } callIds placeCell } pageInfo {"
                        + " endCursor } } }";
        // When and then
        ask(issuer.driver(), "{ statementMinutes(businessDate: \"2026-11-20\", first: 1) " + fields)
                .body("errors", nullValue())
                .body("data.statementMinutes.minutes[0].timeClass", equalTo("DRIVING"))
                .body("data.statementMinutes.minutes[0].classes[0].seconds", equalTo(60))
                .body("data.statementMinutes.minutes[0].callIds[0]", equalTo("254137"))
                .body("data.statementMinutes.minutes[0].placeCell", equalTo("8830e1d8c7fffff"))
                .body("data.statementMinutes.pageInfo.endCursor", equalTo("1"));
        ask(
                        issuer.driver(),
                        "{ statementMinutes(driverId: 99, businessDate: \"2026-11-20\") " + fields)
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
    }

    private static ValidatableResponse download(String token, String businessDate) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/export/statements/" + businessDate + ".csv")
                .then();
    }

    private static Statement statement(String driverId, long total) {
        return Statement.newBuilder()
                .setBusinessDate("2026-11-20")
                .setDriverId(driverId)
                .setFinal(true)
                .setTotal(won(total))
                .setEarned(won(total))
                .build();
    }

    private static Money won(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
    }
}
