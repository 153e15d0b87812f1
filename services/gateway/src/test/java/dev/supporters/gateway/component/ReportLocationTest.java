package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.activity.v1.PositionProblem;
import dev.supporters.proto.activity.v1.RejectedPosition;
import dev.supporters.proto.activity.v1.ReportResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** Positions that a driver's app reports. */
@QuarkusTest
class ReportLocationTest extends ComponentTest {

    private static final String TIME = "reportedAt: \"2026-11-20T12:30:00Z\"";

    @Test
    void sendsTheGoodPositionsAndListsTheOthersByTheirIndexInTheInput() {
        // Given axes that are swapped, a good position, and one that activity does not take
        services.answer(
                ActivityServiceGrpc.getReportMethod(),
                request ->
                        ReportResponse.newBuilder()
                                .setTaken(1)
                                .addRejected(
                                        RejectedPosition.newBuilder()
                                                .setIndex(1)
                                                .setProblem(PositionProblem.POSITION_PROBLEM_AHEAD))
                                .build());

        // When
        ask(
                        issuer.driver(),
                        report(
                                "{lat: 127.0276, lng: 37.4979, %s}, {lat: 37.4979, lng: 127.0276, %s},"
                                        + " {lat: 37.498, lng: 127.0276, %s}"))
                // Then
                .body("data.reportLocation.taken", equalTo(1))
                .body("data.reportLocation.rejected.index", contains(0, 2))
                .body("data.reportLocation.rejected.problem", contains("OUT_OF_BOUNDS", "AHEAD"));
        assertThat(services.asked(ActivityServiceGrpc.getReportMethod()))
                .singleElement()
                .satisfies(request -> assertThat(request.getPositionsCount()).isEqualTo(2));
    }

    @Test
    void asksNobodyWhenNoPositionIsAPlaceOnEarth() {
        ask(issuer.driver(), report("{lat: 91, lng: 0, %s}"))
                .body("data.reportLocation.taken", equalTo(0))
                .body("data.reportLocation.rejected.index", contains(0));

        assertThat(services.asked(ActivityServiceGrpc.getReportMethod())).isEmpty();
    }

    @Test
    void refusesNoPositionAtAll() {
        ask(issuer.driver(), report(""))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
    }

    private static String report(String positions) {
        return "mutation { reportLocation(input: {positions: ["
                + positions.replace("%s", TIME)
                + "]}) { taken rejected { index problem } } }";
    }
}
