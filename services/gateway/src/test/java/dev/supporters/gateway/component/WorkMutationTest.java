package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.BeginResponse;
import dev.supporters.proto.work.v1.RestResponse;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.work.v1.WorkType;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

/** How a driver changes his shift. */
@QuarkusTest
class WorkMutationTest extends ComponentTest {

    @Test
    void handsARefusalOnWithItsReasonAndNothingElse() {
        // Given
        services.answer(
                WorkServiceGrpc.getRestMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DRIVER_ENGAGED, "engaged", "a free slot");
                });

        // When
        ValidatableResponse answer =
                ask(issuer.driver(), "mutation { rest(input: {}) { work { state } } }");

        // Then
        answer.statusCode(200)
                .body("errors", hasSize(1))
                .body("errors[0].extensions.code", equalTo("FAILED_PRECONDITION"))
                .body("errors[0].extensions.reason", equalTo("DRIVER_ENGAGED"))
                .body("errors[0].extensions.offending", equalTo("engaged"))
                .body("errors[0].extensions.expected", equalTo("a free slot"))
                .body("errors[0].extensions.retryable", equalTo(false))
                .body(
                        "errors[0].extensions.traceId",
                        not(equalTo("00000000000000000000000000000000")))
                .body("errors[0].extensions.exception", nullValue());
    }

    @Test
    void aBeginNamesTheTypeOfWork() {
        // Given
        services.answer(
                WorkServiceGrpc.getBeginMethod(),
                request ->
                        BeginResponse.newBuilder()
                                .setWork(
                                        Work.newBuilder()
                                                .setWorkId("w")
                                                .setDriverId(request.getDriverId())
                                                .setWorkType(request.getWorkType()))
                                .build());
        String mutation =
                """
                mutation { beginWork(input: {%s location: {lat: 37.5, lng: 127}, appPlatform: IOS, appVersion: "5.2.0"}) {
                  work { workType } } }\
                """;

        // When and then
        ask(issuer.driver(), mutation.formatted("workType: HOURLY,"))
                .body("data.beginWork.work.workType", equalTo("HOURLY"));
        ask(issuer.driver(), mutation.formatted(""))
                .body("data.beginWork.work.workType", equalTo("HOURLY"));
        ask(issuer.driver(), mutation.formatted("workType: null,"))
                .body("data.beginWork.work.workType", equalTo("HOURLY"));
        ask(issuer.driver(), mutation.formatted("workType: DAILY,"))
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"));
        assertThat(services.asked(WorkServiceGrpc.getBeginMethod()))
                .extracting(BeginRequest::getWorkType)
                .containsExactly(
                        WorkType.WORK_TYPE_HOURLY,
                        WorkType.WORK_TYPE_HOURLY,
                        WorkType.WORK_TYPE_UNSPECIFIED);
    }

    @Test
    void takesAClientMutationIdAsIdempotencyKey() {
        // Given
        services.answer(
                WorkServiceGrpc.getRestMethod(),
                request ->
                        RestResponse.newBuilder()
                                .setWork(
                                        Work.newBuilder()
                                                .setWorkId("w")
                                                .setDriverId(request.getDriverId()))
                                .build());
        String mutation =
                "mutation { rest(input: {clientMutationId: \"k1\"}) { clientMutationId work { driverId } } }";

        // When
        ask(issuer.driver(), mutation).body("data.rest.clientMutationId", equalTo("k1"));
        ask(issuer.driver(), mutation).body("data.rest.work.driverId", equalTo(DRIVER));

        // Then
        var asked = services.asked(WorkServiceGrpc.getRestMethod());
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).getRequestId())
                .isEqualTo("rest:1004550:k1")
                .isEqualTo(asked.get(1).getRequestId());
    }
}
