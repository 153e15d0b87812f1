package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.CompareRequest;
import dev.supporters.proto.policy.v1.CompareResponse;
import dev.supporters.proto.policy.v1.FieldChange;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What an operator is told of the difference between policies. */
@QuarkusTest
class ComparedPoliciesTest extends ComponentTest {

    private static final String DRAFT =
            "draft: {region: \"seoul\", bounds: {south: 37.2, west: 126.7, north: 37.7, east: 127.3},"
                    + " timeZone: \"Asia/Seoul\", windowBegin: \"21:00\", windowMinutes: 240, vetoSeconds: 5,"
                    + " hourlyWage: {amount: 14000, currency: \"KRW\"}, restPaid: false, rolloutPercent: 50,"
                    + " maxPickupSeconds: 900, maxCandidates: 32, unreachableAfterSeconds: 120, expectedVersion: 3}";

    @Test
    void anOperatorSeesWhatDiffersBetweenTwoVersions() {
        // Given
        services.answer(
                PolicyServiceGrpc.getCompareMethod(),
                request ->
                        CompareResponse.newBuilder()
                                .addChanges(
                                        FieldChange.newBuilder()
                                                .setPath("veto")
                                                .setBefore("5s")
                                                .setAfter("8s"))
                                .addChanges(
                                        FieldChange.newBuilder()
                                                .setPath("effective_time")
                                                .setAfter("2026-12-01T12:00:00Z"))
                                .build());

        // When
        ValidatableResponse answer = compare("toVersion: 3");

        // Then
        answer.body("errors", nullValue())
                .body("data.policyComparison.path", contains("veto", "effective_time"))
                .body("data.policyComparison.before", contains(equalTo("5s"), nullValue()))
                .body("data.policyComparison.after", contains("8s", "2026-12-01T12:00:00Z"));
        assertThat(asked())
                .isEqualTo(
                        CompareRequest.newBuilder()
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion("seoul")
                                .setFromVersion(2)
                                .setToVersion(3)
                                .build());
    }

    @Test
    void anOperatorSeesWhatADraftWouldChange() {
        // Given
        services.answer(
                PolicyServiceGrpc.getCompareMethod(),
                request -> CompareResponse.getDefaultInstance());

        // When
        ValidatableResponse answer = compare(DRAFT);

        // Then
        answer.body("errors", nullValue()).body("data.policyComparison", equalTo(List.of()));
        assertThat(asked().hasToVersion()).isFalse();
        assertThat(asked().getDraft().getRegion()).isEqualTo("seoul");
        assertThat(asked().getDraft().getRolloutPercent()).isEqualTo(50);
    }

    @Test
    void aDraftIsRefusedWithTheFieldAndWhatIsExpected() {
        // When
        ValidatableResponse answer =
                compare(DRAFT.replace("rolloutPercent: 50", "rolloutPercent: 101"));

        // Then
        answer.body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body(
                        "errors[0].message",
                        equalTo(
                                "INVALID_ARGUMENT: draft.rolloutPercent: 101 (expected: 0 to 100)"));
    }

    @Test
    void aVersionThatWasNeverPutIsNotFound() {
        // Given
        services.answer(
                PolicyServiceGrpc.getCompareMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                            "DRIVER/seoul@9",
                            "a version from 1 to 3");
                });

        // When and then
        compare("toVersion: 9").body("errors[0].extensions.reason", equalTo("POLICY_NOT_FOUND"));
    }

    @Test
    void aVersionAndADraftAtOnceAreRefused() {
        // When and then
        compare("toVersion: 3, " + DRAFT)
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"));
        assertThat(services.asked(PolicyServiceGrpc.getCompareMethod())).isEmpty();
    }

    private CompareRequest asked() {
        return services.asked(PolicyServiceGrpc.getCompareMethod()).getLast();
    }

    private ValidatableResponse compare(String to) {
        return ask(
                issuer.operator(),
                "{ policyComparison(product: DRIVER, region: \"seoul\", fromVersion: 2, "
                        + to
                        + ") { path before after } }");
    }
}
