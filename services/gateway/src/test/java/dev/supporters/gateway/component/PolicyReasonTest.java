package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.HistoryResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.policy.v1.PutResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** Why policies are put, and what their history says of it. */
@QuarkusTest
class PolicyReasonTest extends ComponentTest {

    private static final String PUT =
            "mutation { putPolicy(input: {region: \"seoul\", bounds: {south: 37.2, west: 126.7, north: 37.7, east: 127.3},"
                    + " timeZone: \"Asia/Seoul\", windowBegin: \"21:00\", windowMinutes: 240, vetoSeconds: 5,"
                    + " hourlyWage: {amount: 14000, currency: \"KRW\"}, restPaid: false, rolloutPercent: 50,"
                    + " maxPickupSeconds: 900, maxCandidates: 32, unreachableAfterSeconds: 120, expectedVersion: 3,"
                    + " reason: \"too few of them last night\"}) { policy { version updateReason } } }";

    @Test
    void anOperatorSaysWhyAPolicyIsPut() {
        // Given
        services.answer(
                PolicyServiceGrpc.getPutMethod(),
                request ->
                        PutResponse.newBuilder()
                                .setPolicy(
                                        request.getPolicy().toBuilder()
                                                .setVersion(4)
                                                .setUpdateReason(request.getReason()))
                                .build());

        // When
        ask(issuer.operator(), PUT)
                .body("errors", nullValue())
                .body("data.putPolicy.policy.updateReason", equalTo("too few of them last night"));

        // Then
        assertThat(services.asked(PolicyServiceGrpc.getPutMethod()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getReason()).isEqualTo("too few of them last night");
                    assertThat(request.getPolicy().getUpdateReason()).isEmpty();
                });
    }

    @Test
    void theHistorySaysWhyEachVersionWasPut() {
        // Given
        services.answer(
                PolicyServiceGrpc.getHistoryMethod(),
                request ->
                        HistoryResponse.newBuilder()
                                .addPolicies(version(2).setUpdateReason("the new year"))
                                .addPolicies(version(1))
                                .build());

        // When and then
        ask(
                        issuer.operator(),
                        "{ policyHistory(product: DRIVER, region: \"seoul\") { policies { version updateReason } } }")
                .body("errors", nullValue())
                .body(
                        "data.policyHistory.policies.updateReason",
                        contains(equalTo("the new year"), nullValue()));
    }

    private static Policy.Builder version(long version) {
        return Policy.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setVersion(version);
    }
}
