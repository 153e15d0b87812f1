package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.common.CommonInputs.MoneyInput;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.util.List;

/** The parts of a policy about assignment, moves, zones, who may join, abuse, and calls as operators put them: each as a whole, or not at all. */
public final class PolicyPartInputs {

    private PolicyPartInputs() {}

    @Input("AssignmentPolicyInput")
    @Description(PolicyPartDescriptions.ASSIGNMENT)
    public record AssignmentPolicyInput(
            @Description(PolicyPartDescriptions.FIRST_PICKUP_SECONDS) Integer firstPickupSeconds,
            @NonNull @Description(PolicyPartDescriptions.PICKUP_GROWTH_SECONDS)
                    Integer pickupGrowthSeconds,
            @NonNull @Description(PolicyPartDescriptions.HOLD_SECONDS) Integer holdSeconds,
            @NonNull @Description(PolicyPartDescriptions.CHAINING) Boolean chaining,
            @NonNull @Description(PolicyPartDescriptions.CHAIN_WITHIN_SECONDS)
                    Integer chainWithinSeconds,
            @Description(PolicyPartDescriptions.SHIFT_END_TOLERANCE_SECONDS)
                    Integer shiftEndToleranceSeconds,
            @Description(PolicyPartDescriptions.DRIVER_TAGS) List<DriverTagRuleInput> driverTags) {}

    @Input("DriverTagRuleInput")
    @Description(PolicyPartDescriptions.DRIVER_TAG_RULE)
    public record DriverTagRuleInput(
            @Description(PolicyPartDescriptions.CALL_TAG) String callTag,
            @NonNull @Description(PolicyPartDescriptions.DRIVER_TAG) String driverTag,
            @NonNull @Description(PolicyPartDescriptions.FORBIDDEN) Boolean forbidden) {}

    @Input("MovePolicyInput")
    @Description(PolicyPartDescriptions.MOVES)
    public record MovePolicyInput(
            @NonNull @Description(PolicyPartDescriptions.MOVES_ENABLED) Boolean enabled,
            @NonNull @Description(PolicyPartDescriptions.MIN_INTERVAL_SECONDS)
                    Integer minIntervalSeconds,
            @NonNull @Description(PolicyPartDescriptions.AFTER_DECLINE_SECONDS)
                    Integer afterDeclineSeconds,
            @NonNull @Description(PolicyPartDescriptions.REST_ADVICE) Boolean restAdvice,
            @NonNull @Description(PolicyPartDescriptions.REST_BEGIN_MINUTES)
                    Integer restBeginMinutes,
            @NonNull @Description(PolicyPartDescriptions.REST_END_MINUTES) Integer restEndMinutes,
            @NonNull @Description(PolicyPartDescriptions.REST_PERCENT) Integer restPercent) {}

    @Input("ZonePolicyInput")
    @Description(PolicyPartDescriptions.ZONES)
    public record ZonePolicyInput(
            @NonNull @Description(PolicyPartDescriptions.ZONES_ENABLED) Boolean enabled,
            @NonNull @Description(PolicyPartDescriptions.OPEN_DEMAND) Double openDemand,
            @NonNull @Description(PolicyPartDescriptions.CLOSE_DEMAND) Double closeDemand,
            @NonNull @Description(PolicyPartDescriptions.MIN_CELLS) Integer minCells,
            @NonNull @Description(PolicyPartDescriptions.CLOSING_WARNING_SECONDS)
                    Integer closingWarningSeconds,
            @NonNull @Description(PolicyPartDescriptions.CAPACITY) Integer capacity,
            @Description(PolicyPartDescriptions.MAX_WAGE_PER_CALL) MoneyInput maxWagePerCall) {}

    @Input("JoinPolicyInput")
    @Description(PolicyPartDescriptions.JOIN)
    public record JoinPolicyInput(
            @NonNull @Description(PolicyPartDescriptions.MIN_COMPLETED_DRIVES)
                    Integer minCompletedDrives,
            @Description(PolicyPartDescriptions.MAX_CANCELLATION_PERCENT)
                    Integer maxCancellationPercent,
            @Description(PolicyPartDescriptions.MAX_ACCIDENTS) Integer maxAccidents,
            @Description(PolicyPartDescriptions.MAX_FINES) Integer maxFines,
            @NonNull @Description(PolicyPartDescriptions.MIN_RATING) Double minRating,
            @NonNull @Description(PolicyPartDescriptions.REAPPLY_AFTER_HOURS)
                    Integer reapplyAfterHours) {}

    @Input("AbusePolicyInput")
    @Description(PolicyPartDescriptions.ABUSE)
    public record AbusePolicyInput(
            @NonNull @Description(PolicyPartDescriptions.ABUSE_ENABLED) Boolean enabled,
            @NonNull @Description(PolicyPartDescriptions.FALSE_ALARMS_PER_MILLION)
                    Integer falseAlarmsPerMillion,
            @NonNull @Description(PolicyPartDescriptions.LEAST_EVENTS) Integer leastEvents,
            @NonNull @Description(PolicyPartDescriptions.CANCELLED_WITHIN_SECONDS)
                    Integer cancelledWithinSeconds,
            @NonNull @Description(PolicyPartDescriptions.COLD_CALLS_PER_HOUR)
                    Double coldCallsPerHour,
            @NonNull @Description(PolicyPartDescriptions.LEAST_COLD_WAITING_SECONDS)
                    Integer leastColdWaitingSeconds,
            @NonNull @Description(PolicyPartDescriptions.DARK_AFTER_SECONDS)
                    Integer darkAfterSeconds,
            @NonNull @Description(PolicyPartDescriptions.DRIVES_BEYOND_SECONDS)
                    Integer drivesBeyondSeconds,
            @NonNull @Description(PolicyPartDescriptions.CONTRADICTED_METERS)
                    Integer contradictedMeters,
            @Description(PolicyPartDescriptions.ABUSE_NIGHTS_INPUT) Integer nights) {}

    @Input("CallPolicyInput")
    @Description(PolicyPartDescriptions.CALLS)
    public record CallPolicyInput(
            @NonNull @Description(PolicyPartDescriptions.MAX_LIVE_CALLS) Integer maxLiveCalls,
            @NonNull @Description(PolicyPartDescriptions.DISTANCE_PERCENT) Integer distancePercent,
            @Description(PolicyPartDescriptions.BASE_FARE) MoneyInput baseFare,
            @Description(PolicyPartDescriptions.FARE_PER_KM) MoneyInput farePerKm,
            @NonNull @Description(PolicyPartDescriptions.FARE_PERCENT) Integer farePercent) {}
}
