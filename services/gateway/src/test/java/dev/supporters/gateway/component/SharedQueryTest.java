package dev.supporters.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.zone.v1.GetResponse;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;
import dev.supporters.proto.zone.v1.Zones;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Queries of those for whom an answer may be a little old. */
@QuarkusTest
class SharedQueryTest extends ComponentTest {

    /** Longer than any test takes, and cut to what is kept. */
    private static final String AN_OLD_ONE_WILL_DO = "max-age=1000";

    @BeforeEach
    void zones() {
        services.answer(
                ZoneServiceGrpc.getGetMethod(),
                request ->
                        GetResponse.newBuilder()
                                .setZones(
                                        Zones.newBuilder()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion(request.getRegion())
                                                .setVersion(7))
                                .build());
    }

    @Test
    void areExecutedOnceForAllOperators() {
        // When
        ask(issuer.token("op1", "operator"), AN_OLD_ONE_WILL_DO, zones("query-shared"));
        ask(issuer.token("op2", "operator"), AN_OLD_ONE_WILL_DO, zones("query-shared"))
                .body("errors", nullValue())
                .body("data.zones.version", equalTo(7));

        // Then
        assertThat(services.asked(ZoneServiceGrpc.getGetMethod())).hasSize(1);
    }

    @Test
    void areExecutedForEachWhoWantsANewAnswerOrMaySeeSomethingElse() {
        // When
        ask(issuer.operator(), "no-cache", zones("query-apart"));
        ask(issuer.operator(), "max-age=0", zones("query-apart"));
        ask(issuer.operator(), AN_OLD_ONE_WILL_DO, zones("query-apart"));
        ask(issuer.token("s", "service"), AN_OLD_ONE_WILL_DO, zones("query-apart"));
        ask(issuer.driver(), AN_OLD_ONE_WILL_DO, zones("query-apart"));
        ask(issuer.driver(), AN_OLD_ONE_WILL_DO, zones("query-apart"));

        // Then
        assertThat(services.asked(ZoneServiceGrpc.getGetMethod())).hasSize(6);
    }

    @Test
    void areNoMutations() {
        ask(
                        issuer.operator(),
                        AN_OLD_ONE_WILL_DO,
                        "mutation { cancelCall(input: {callId: 254137}) { call { status } } }")
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"));

        assertThat(services.askedMethods()).isEmpty();
    }

    private static String zones(String region) {
        return "{ zones(product: DRIVER, region: \"%s\") { version } }".formatted(region);
    }

    private static ValidatableResponse ask(String token, String cacheControl, String query) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .header("Cache-Control", cacheControl)
                .contentType("application/json")
                .accept("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then();
    }
}
