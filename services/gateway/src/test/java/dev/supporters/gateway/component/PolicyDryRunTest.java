package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.insight.v1.DryRunCalls;
import dev.supporters.proto.insight.v1.DryRunFigure;
import dev.supporters.proto.insight.v1.DryRunFigureKind;
import dev.supporters.proto.insight.v1.DryRunPolicyRequest;
import dev.supporters.proto.insight.v1.DryRunPolicyResponse;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.insight.v1.LeftOutCalls;
import dev.supporters.proto.insight.v1.LeftOutReason;
import dev.supporters.proto.policy.v1.GetResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.policy.v1.PutRequest;
import dev.supporters.proto.policy.v1.PutResponse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicReference;

/** What an operator is told of a policy that might be put. */
@QuarkusTest
class PolicyDryRunTest extends ComponentTest {

    private final AtomicReference<PutRequest> checked = new AtomicReference<>();
    private final AtomicReference<DryRunPolicyRequest> played = new AtomicReference<>();

    @Test
    void playsNightsUnderThePolicyAsItIsAndAsItMightBecomeAndPutsNothing() {
        // Given
        isPolicy();
        services.answer(
                InsightServiceGrpc.getDryRunPolicyMethod(),
                request -> {
                    played.set(request);
                    return DryRunPolicyResponse.newBuilder()
                            .setBusinessDate("2026-11-20")
                            .setCalls(2_100)
                            .setSupporters(480)
                            .addFigures(
                                    DryRunFigure.newBuilder()
                                            .setKind(
                                                    DryRunFigureKind
                                                            .DRY_RUN_FIGURE_KIND_COMPLETED_PERCENT)
                                            .setPresent(80)
                                            .setProposed(82.5)
                                            .setDifference(2.5)
                                            .setHalfWidth(.5))
                            .addNotSimulated("veto")
                            .setPlayedCalls(DryRunCalls.DRY_RUN_CALLS_NIGHT)
                            .addLeftOut(
                                    LeftOutCalls.newBuilder()
                                            .setReason(LeftOutReason.LEFT_OUT_REASON_NOT_KEPT)
                                            .setCalls(3))
                            .build();
                });

        // When
        ValidatableResponse answer = dryRun();

        // Then
        answer.body("errors", nullValue())
                .body("data.policyDryRun.businessDate", equalTo("2026-11-20"))
                .body("data.policyDryRun.calls", equalTo(2_100))
                .body("data.policyDryRun.figures[0].kind", equalTo("COMPLETED_PERCENT"))
                .body("data.policyDryRun.figures[0].difference", equalTo(2.5f))
                .body("data.policyDryRun.notSimulated", contains("veto"))
                .body("data.policyDryRun.playedCalls", equalTo("NIGHT"))
                .body("data.policyDryRun.leftOut[0].reason", equalTo("NOT_KEPT"))
                .body("data.policyDryRun.leftOut[0].calls", equalTo(3));
        assertThat(checked.get().getValidateOnly()).isTrue();
        assertThat(played.get().getPresent()).isEqualTo(present());
        assertThat(played.get().getProposed().getRolloutPercent()).isEqualTo(50);
        assertThat(played.get().getNights()).isEqualTo(4);
        assertThat(played.get().getSeed()).isEqualTo(1);
        assertThat(played.get().getBusinessDate()).isEmpty();
        assertThat(played.get().getModelNights()).isFalse();
    }

    @Test
    void asksForTheNightThatTheOperatorNames() {
        // Given
        isPolicy();
        services.answer(
                InsightServiceGrpc.getDryRunPolicyMethod(),
                request -> {
                    played.set(request);
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_NIGHT_NOT_FOUND,
                            "business_date: 2026-11-19",
                            "a night of which something was counted");
                });

        // When
        ValidatableResponse answer = dryRun(", businessDate: \"2026-11-19\", modelNights: false");

        // Then
        answer.body("errors[0].extensions.reason", equalTo("NIGHT_NOT_FOUND"));
        assertThat(played.get().getBusinessDate()).isEqualTo("2026-11-19");
    }

    @Test
    void asksForNightsOfTheModelWhereTheOperatorWantsThem() {
        // Given
        isPolicy();
        services.answer(
                InsightServiceGrpc.getDryRunPolicyMethod(),
                request -> {
                    played.set(request);
                    return DryRunPolicyResponse.newBuilder()
                            .setPlayedCalls(DryRunCalls.DRY_RUN_CALLS_MODEL)
                            .build();
                });

        // When
        ValidatableResponse answer = dryRun(", modelNights: true");

        // Then
        answer.body("data.policyDryRun.playedCalls", equalTo("MODEL"))
                .body("data.policyDryRun.businessDate", nullValue());
        assertThat(played.get().getModelNights()).isTrue();
    }

    @Test
    void refusesWhatPutPolicyWouldRefuseAndPlaysNothing() {
        // Given
        services.answer(
                PolicyServiceGrpc.getPutMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_VERSION_CONFLICT, "expected_version: 1", "3");
                });

        // When and then
        dryRun().body("errors[0].extensions.reason", equalTo("VERSION_CONFLICT"));
        assertThat(played.get()).isNull();
    }

    @Test
    void saysThatAnotherOneIsUnderWay() {
        // Given
        isPolicy();
        services.answer(
                InsightServiceGrpc.getDryRunPolicyMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                            "another dry run is under way",
                            "one at a time; try again later");
                });

        // When and then
        dryRun().body("errors[0].extensions.reason", equalTo("RESOURCE_EXHAUSTED"));
    }

    private void isPolicy() {
        services.answer(
                PolicyServiceGrpc.getPutMethod(),
                request -> {
                    checked.set(request);
                    return PutResponse.newBuilder()
                            .setPolicy(request.getPolicy().toBuilder().setVersion(4))
                            .build();
                });
        services.answer(
                PolicyServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setPolicy(present()).build());
    }

    /** As the one that was checked, with another rollout. */
    private Policy present() {
        return checked.get().getPolicy().toBuilder().setVersion(3).setRolloutPercent(100).build();
    }

    private ValidatableResponse dryRun() {
        return dryRun("");
    }

    private ValidatableResponse dryRun(String which) {
        return ask(
                issuer.operator(),
                "{ policyDryRun(input: {region: \"seoul\", bounds: {south: 37.2, west: 126.7, north: 37.7, east: 127.3},"
                        + " timeZone: \"Asia/Seoul\", windowBegin: \"21:00\", windowMinutes: 240, vetoSeconds: 5,"
                        + " hourlyWage: {amount: 14000, currency: \"KRW\"}, restPaid: false, rolloutPercent: 50,"
                        + " maxPickupSeconds: 900, maxCandidates: 32, unreachableAfterSeconds: 120, expectedVersion: 3}"
                        + which
                        + ") { businessDate playedCalls calls supporters leftOut { reason calls } notSimulated figures { kind present proposed difference"
                        + " halfWidth } } }");
    }
}
