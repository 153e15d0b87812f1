package dev.supporters.gateway.adapter.graphql.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.adapter.graphql.activity.SignalTypes;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallStatus;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.DispatchPath;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.FollowUpKind;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.CallLocationInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.AppPlatform;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.RefusalConsequence;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.ActivityMode;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchState;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.CommandOutcome;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.EngagementState;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.RefusalReason;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveKind;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveState;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkEndReason;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkRestCause;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkState;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalKind;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.settlement.v1.TimeClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

class ProtoMapperTest {

    static Stream<Arguments> everyEnum() {
        return Stream.of(
                Arguments.of(
                        Product.class, dev.supporters.proto.common.v1.Product.values(), "PRODUCT_"),
                Arguments.of(CallStatus.class, CallState.values(), "CALL_STATE_"),
                Arguments.of(
                        DispatchPath.class,
                        dev.supporters.proto.common.v1.DispatchPath.values(),
                        "DISPATCH_PATH_"),
                Arguments.of(
                        FollowUpKind.class,
                        dev.supporters.proto.call.v1.FollowUpKind.values(),
                        "FOLLOW_UP_KIND_"),
                Arguments.of(
                        RefusalReason.class,
                        dev.supporters.proto.common.v1.RefusalReason.values(),
                        "REFUSAL_REASON_"),
                Arguments.of(
                        RefusalConsequence.class,
                        dev.supporters.proto.common.v1.RefusalConsequence.values(),
                        "REFUSAL_CONSEQUENCE_"),
                Arguments.of(
                        AppPlatform.class,
                        dev.supporters.proto.common.v1.AppPlatform.values(),
                        "APP_PLATFORM_"),
                Arguments.of(
                        EngagementState.class,
                        dev.supporters.proto.commander.v1.EngagementState.values(),
                        "ENGAGEMENT_STATE_"),
                Arguments.of(
                        CommandOutcome.class,
                        dev.supporters.proto.commander.v1.CommandOutcome.values(),
                        "COMMAND_OUTCOME_"),
                Arguments.of(
                        DispatchState.class,
                        dev.supporters.proto.driver.v1.DispatchState.values(),
                        "DISPATCH_STATE_"),
                Arguments.of(
                        ActivityMode.class,
                        dev.supporters.proto.driver.v1.ActivityMode.values(),
                        "ACTIVITY_MODE_"),
                Arguments.of(
                        WorkState.class,
                        dev.supporters.proto.work.v1.WorkState.values(),
                        "WORK_STATE_"),
                Arguments.of(
                        WorkEndReason.class,
                        dev.supporters.proto.work.v1.WorkEndReason.values(),
                        "WORK_END_REASON_"),
                Arguments.of(
                        WorkRestCause.class,
                        dev.supporters.proto.work.v1.WorkRestCause.values(),
                        "WORK_REST_CAUSE_"),
                Arguments.of(
                        MoveKind.class,
                        dev.supporters.proto.move.v1.MoveKind.values(),
                        "MOVE_KIND_"),
                Arguments.of(
                        MoveState.class,
                        dev.supporters.proto.move.v1.MoveState.values(),
                        "MOVE_STATE_"),
                Arguments.of(SettlementTypes.TimeClass.class, TimeClass.values(), "TIME_CLASS_"),
                Arguments.of(
                        SettlementTypes.AdjustmentKind.class,
                        dev.supporters.proto.settlement.v1.AdjustmentKind.values(),
                        "ADJUSTMENT_KIND_"),
                Arguments.of(
                        SettlementTypes.StatementLineKind.class,
                        dev.supporters.proto.settlement.v1.StatementLineKind.values(),
                        "STATEMENT_LINE_KIND_"),
                Arguments.of(
                        CloseTypes.BusinessDateState.class,
                        dev.supporters.proto.settlement.v1.BusinessDateState.values(),
                        "BUSINESS_DATE_STATE_"),
                Arguments.of(
                        CloseTypes.CloseObstacleKind.class,
                        dev.supporters.proto.settlement.v1.ObstacleKind.values(),
                        "OBSTACLE_KIND_"),
                Arguments.of(
                        DisputeTypes.DisputeState.class,
                        dev.supporters.proto.settlement.v1.DisputeState.values(),
                        "DISPUTE_STATE_"),
                Arguments.of(
                        ApplicationTypes.ApplicationState.class,
                        dev.supporters.proto.driver.v1.ApplicationState.values(),
                        "APPLICATION_STATE_"),
                Arguments.of(
                        ApplicationTypes.ApplicationStepKind.class,
                        dev.supporters.proto.driver.v1.ApplicationStepKind.values(),
                        "APPLICATION_STEP_KIND_"),
                Arguments.of(
                        ApplicationTypes.ReviewDecision.class,
                        dev.supporters.proto.driver.v1.ReviewDecision.values(),
                        "REVIEW_DECISION_"),
                Arguments.of(
                        StatisticsTypes.CriterionKind.class,
                        dev.supporters.proto.driver.v1.CriterionKind.values(),
                        "CRITERION_KIND_"),
                Arguments.of(
                        StatisticsTypes.IncidentKind.class,
                        dev.supporters.proto.driver.v1.IncidentKind.values(),
                        "INCIDENT_KIND_"),
                Arguments.of(SignalTypes.AbuseKind.class, SignalKind.values(), "SIGNAL_KIND_"),
                Arguments.of(
                        SignalTypes.AbuseDecision.class,
                        SignalDecision.values(),
                        "SIGNAL_DECISION_"));
    }

    @ParameterizedTest
    @MethodSource("everyEnum")
    <E extends Enum<E>> void theSchemaHasEveryConstantOfTheProtos(
            Class<E> type, Enum<?>[] constants, String prefix) {
        // When
        long unset =
                Arrays.stream(constants)
                        .filter(constant -> ProtoMapper.read(type, constant, prefix) == null)
                        .count();

        // Then: only UNSPECIFIED and UNRECOGNIZED
        assertThat(unset).isEqualTo(2);
        assertThat(constants).hasSize(type.getEnumConstants().length + 2);
    }

    @Test
    void coordinatesAreKeptDigitByDigit() {
        // When
        var place =
                ProtoMapper.place(
                        new CallLocationInput(
                                "37.39433886412452", "127.1105739023173", null, null));

        // Then
        assertThat(place.getLat()).isEqualTo("37.39433886412452");
        assertThat(place.getLng()).isEqualTo("127.1105739023173");
        assertThat(place.getPoi()).isEmpty();
    }
}
