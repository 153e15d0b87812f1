package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.settlement.v1.BusinessDate;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.proto.settlement.v1.CloseBusinessDateRequest;
import dev.supporters.proto.settlement.v1.CloseBusinessDateResponse;
import dev.supporters.proto.settlement.v1.GetBusinessDateResponse;
import dev.supporters.proto.settlement.v1.Obstacle;
import dev.supporters.proto.settlement.v1.ObstacleKind;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** How operators close business dates. */
@QuarkusTest
class CloseTest extends ComponentTest {

    private static final String FIELDS =
            "{ state actor overrides overrideReason obstacles { workId kind } closedSince }";
    private static final String LOOK =
            "{ businessDate(region: \"seoul\", businessDate: \"2026-11-20\") " + FIELDS + " }";
    private static final String CLOSE =
            "mutation { closeBusinessDate(input: {clientMutationId: \"k1\", region: \"seoul\","
                    + " businessDate: \"2026-11-20\", overrides: [DISPUTED],"
                    + " overrideReason: \"answered tomorrow\"}) { businessDate "
                    + FIELDS
                    + " } }";

    @Test
    void anOperatorClosesABusinessDateDespiteADispute() {
        // Given
        services.answer(
                SettlementServiceGrpc.getCloseBusinessDateMethod(),
                request ->
                        CloseBusinessDateResponse.newBuilder()
                                .setBusinessDate(
                                        date(BusinessDateState.BUSINESS_DATE_STATE_CLOSED)
                                                .addAllOverrides(request.getOverridesList())
                                                .setOverrideReason(request.getOverrideReason()))
                                .build());
        // When
        ask(issuer.operator(), CLOSE)
                .body("errors", nullValue())
                .body("data.closeBusinessDate.businessDate.state", equalTo("CLOSED"))
                .body("data.closeBusinessDate.businessDate.overrides[0]", equalTo("DISPUTED"));
        // Then
        CloseBusinessDateRequest asked =
                services.asked(SettlementServiceGrpc.getCloseBusinessDateMethod()).getFirst();
        assertThat(asked.getOverridesList()).containsExactly(ObstacleKind.OBSTACLE_KIND_DISPUTED);
        assertThat(asked.getOverrideReason()).isEqualTo("answered tomorrow");
        assertThat(asked.getActor()).isNotBlank();
    }

    @Test
    void operatorsSeeWhatKeepsADateOpen() {
        // Given
        services.answer(
                SettlementServiceGrpc.getGetBusinessDateMethod(),
                request ->
                        GetBusinessDateResponse.newBuilder()
                                .setBusinessDate(
                                        date(BusinessDateState.BUSINESS_DATE_STATE_CLOSING)
                                                .addObstacles(
                                                        Obstacle.newBuilder()
                                                                .setWorkId("w1")
                                                                .setKind(
                                                                        ObstacleKind
                                                                                .OBSTACLE_KIND_RUNNING)))
                                .build());
        // When and then
        ask(issuer.operator(), LOOK)
                .body("errors", nullValue())
                .body("data.businessDate.state", equalTo("CLOSING"))
                .body("data.businessDate.obstacles[0].kind", equalTo("RUNNING"))
                .body("data.businessDate.closedSince", nullValue());
    }

    @Test
    void driversDoNeither() {
        ask(issuer.driver(), CLOSE).body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        ask(issuer.driver(), LOOK).body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        assertThat(services.asked(SettlementServiceGrpc.getCloseBusinessDateMethod())).isEmpty();
    }

    private static BusinessDate.Builder date(BusinessDateState state) {
        return BusinessDate.newBuilder().setRegion("seoul").setState(state);
    }
}
