package dev.supporters.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.ImportStatisticsRequest;
import dev.supporters.proto.driver.v1.ImportStatisticsResponse;
import dev.supporters.proto.driver.v1.RefusedRow;
import dev.supporters.proto.driver.v1.StatisticsRow;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of what the legacy system knows of drivers. */
@QuarkusTest
class StatisticsImportTest extends ComponentTest {

    private static final String HEADER = "driver_id,date,completed_drives\n";

    @Test
    void takesGoodRowsAndAnswersALineForEachOther() {
        // Given: the service refuses a row that can be read
        services.answer(
                DriverServiceGrpc.getImportStatisticsMethod(),
                request ->
                        ImportStatisticsResponse.newBuilder()
                                .setTaken(request.getRowsCount() - 1)
                                .addRefused(
                                        RefusedRow.newBuilder()
                                                .setIndex(1)
                                                .setReason(
                                                        ErrorReason.ERROR_REASON_INVALID_ARGUMENT)
                                                .setOffending("date: 20/11/2026")
                                                .setExpected("a date like 2026-11-20"))
                                .build());
        // When
        upload(
                        issuer.operator(),
                        HEADER + "1,2026-11-20,7\n2,2026-11-20,x\n3,20/11/2026,7\n4,2026-11-20,1\n")
                .statusCode(200)
                .body("taken", equalTo(2))
                .body("refused", hasSize(2))
                .body("refused[0].line", equalTo(3))
                .body("refused[0].text", containsString("column completed_drives: found \"x\""))
                .body(
                        "refused[1].text",
                        equalTo("line 4, date: 20/11/2026 (expected: a date like 2026-11-20)"));
        // Then
        assertThat(services.asked(DriverServiceGrpc.getImportStatisticsMethod()))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.getRowsList())
                                .extracting(StatisticsRow::getDriverId)
                                .containsExactly("1", "3", "4"));
    }

    @Test
    void aLongFileGoesInParts() {
        // Given
        services.answer(
                DriverServiceGrpc.getImportStatisticsMethod(),
                request ->
                        ImportStatisticsResponse.newBuilder()
                                .setTaken(request.getRowsCount())
                                .build());
        String rows =
                IntStream.range(0, 250)
                        .mapToObj(i -> i + ",2026-11-20,1\n")
                        .collect(Collectors.joining());
        // When
        upload(issuer.operator(), HEADER + rows).body("taken", equalTo(250));
        // Then
        assertThat(services.asked(DriverServiceGrpc.getImportStatisticsMethod()))
                .extracting(ImportStatisticsRequest::getRowsCount)
                .containsExactly(100, 100, 50);
    }

    @Test
    void whatIsNoTableIsRefusedAndNobodyButOperatorsMaySendOne() {
        upload(issuer.operator(), "hello\n")
                .statusCode(400)
                .body("reason", equalTo("INVALID_ARGUMENT"));
        upload(issuer.driver(), HEADER).statusCode(403);
        upload(issuer.customer(), HEADER).statusCode(403);
        assertThat(services.asked(DriverServiceGrpc.getImportStatisticsMethod())).isEmpty();
    }

    private static ValidatableResponse upload(String token, String text) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=UTF-8")
                .body(text)
                .post("/import/driver-statistics")
                .then();
    }
}
