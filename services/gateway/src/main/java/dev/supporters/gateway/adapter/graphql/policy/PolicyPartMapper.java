package dev.supporters.gateway.adapter.graphql.policy;

import com.google.protobuf.Duration;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.AbusePolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.AssignmentPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.CallPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.JoinPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.MovePolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.ZonePolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.AbusePolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.AssignmentPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.CallPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.DriverTagRuleView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.JoinPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.MovePolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.ZonePolicyView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.AbusePolicy;
import dev.supporters.proto.policy.v1.AssignmentPolicy;
import dev.supporters.proto.policy.v1.CallPolicy;
import dev.supporters.proto.policy.v1.DriverTagRule;
import dev.supporters.proto.policy.v1.JoinPolicy;
import dev.supporters.proto.policy.v1.MovePolicy;
import dev.supporters.proto.policy.v1.ZonePolicy;

import java.util.Optional;

/** The parts of a policy about assignment, moves, zones, who may join, abuse, and calls, between the protos and the schema. */
final class PolicyPartMapper {

    private static final long HOUR_SECONDS = 3_600;
    private static final long DAY_SECONDS = 86_400;
    private static final long DAY_MINUTES = 1_440;
    private static final long LONGEST_HOLD_SECONDS = 600;
    private static final long YEAR_HOURS = 8_784;

    private PolicyPartMapper() {}

    static AssignmentPolicyView view(AssignmentPolicy part) {
        return new AssignmentPolicyView(
                part.hasFirstPickup() ? seconds(part.getFirstPickup()) : null,
                seconds(part.getPickupGrowth()),
                seconds(part.getHold()),
                part.getChaining(),
                seconds(part.getChainWithin()),
                part.hasShiftEndTolerance() ? seconds(part.getShiftEndTolerance()) : null,
                part.getDriverTagsList().stream()
                        .map(rule ->
                                new DriverTagRuleView(
                                        ProtoMapper.text(rule.getCallTag()),
                                        rule.getDriverTag(),
                                        rule.getForbidden()))
                        .toList());
    }

    static MovePolicyView view(MovePolicy part) {
        return new MovePolicyView(
                part.getEnabled(),
                seconds(part.getMinInterval()),
                seconds(part.getAfterDecline()),
                part.getRestAdvice(),
                minutes(part.getRestBegin()),
                minutes(part.getRestEnd()),
                part.getRestPercent());
    }

    static ZonePolicyView view(ZonePolicy part) {
        MoneyView maxWagePerCall =
                part.hasMaxWagePerCall() ? ProtoMapper.money(part.getMaxWagePerCall()) : null;
        return new ZonePolicyView(
                part.getEnabled(),
                part.getOpenDemand(),
                part.getCloseDemand(),
                part.getMinCells(),
                seconds(part.getClosingWarning()),
                part.getCapacity(),
                maxWagePerCall);
    }

    static AbusePolicyView view(AbusePolicy part) {
        return new AbusePolicyView(
                part.getEnabled(),
                part.getFalseAlarmsPerMillion(),
                part.getLeastEvents(),
                seconds(part.getCancelledWithin()),
                part.getColdCallsPerHour(),
                seconds(part.getLeastColdWaiting()),
                seconds(part.getDarkAfter()),
                seconds(part.getDrivesBeyond()),
                part.getContradictedMeters(),
                part.getNights());
    }

    static AssignmentPolicy assignment(AssignmentPolicyInput input) {
        AssignmentPolicy.Builder part =
                AssignmentPolicy.newBuilder()
                        .setPickupGrowth(
                                seconds(
                                        input.pickupGrowthSeconds(),
                                        "assignment.pickupGrowthSeconds",
                                        0,
                                        HOUR_SECONDS))
                        .setHold(
                                seconds(
                                        input.holdSeconds(),
                                        "assignment.holdSeconds",
                                        0,
                                        LONGEST_HOLD_SECONDS))
                        .setChaining(input.chaining())
                        .setChainWithin(
                                seconds(
                                        input.chainWithinSeconds(),
                                        "assignment.chainWithinSeconds",
                                        0,
                                        HOUR_SECONDS));
        if (input.firstPickupSeconds() != null) {
            part.setFirstPickup(
                    seconds(
                            input.firstPickupSeconds(),
                            "assignment.firstPickupSeconds",
                            1,
                            DAY_SECONDS));
        }
        if (input.shiftEndToleranceSeconds() != null) {
            part.setShiftEndTolerance(
                    seconds(
                            input.shiftEndToleranceSeconds(),
                            "assignment.shiftEndToleranceSeconds",
                            0,
                            DAY_SECONDS));
        }
        if (input.driverTags() != null) {
            input.driverTags().stream()
                    .map(rule ->
                            DriverTagRule.newBuilder()
                                    .setCallTag(ProtoMapper.orEmpty(rule.callTag()))
                                    .setDriverTag(rule.driverTag())
                                    .setForbidden(rule.forbidden()))
                    .forEach(part::addDriverTags);
        }
        return part.build();
    }

    static MovePolicy moves(MovePolicyInput input) {
        return MovePolicy.newBuilder()
                .setEnabled(input.enabled())
                .setMinInterval(
                        seconds(
                                input.minIntervalSeconds(),
                                "moves.minIntervalSeconds",
                                0,
                                HOUR_SECONDS))
                .setAfterDecline(
                        seconds(
                                input.afterDeclineSeconds(),
                                "moves.afterDeclineSeconds",
                                0,
                                HOUR_SECONDS))
                .setRestAdvice(input.restAdvice())
                .setRestBegin(minutes(input.restBeginMinutes(), "moves.restBeginMinutes"))
                .setRestEnd(minutes(input.restEndMinutes(), "moves.restEndMinutes"))
                .setRestPercent(input.restPercent())
                .build();
    }

    static ZonePolicy zones(ZonePolicyInput input) {
        ZonePolicy.Builder part =
                ZonePolicy.newBuilder()
                        .setEnabled(input.enabled())
                        .setOpenDemand(input.openDemand())
                        .setCloseDemand(input.closeDemand())
                        .setMinCells(input.minCells())
                        .setClosingWarning(
                                seconds(
                                        input.closingWarningSeconds(),
                                        "zones.closingWarningSeconds",
                                        0,
                                        HOUR_SECONDS))
                        .setCapacity(input.capacity());
        if (input.maxWagePerCall() != null) {
            part.setMaxWagePerCall(
                    ProtoMapper.money(input.maxWagePerCall(), "zones.maxWagePerCall"));
        }
        return part.build();
    }

    static JoinPolicyView view(JoinPolicy part) {
        return new JoinPolicyView(
                part.getMinCompletedDrives(),
                part.hasMaxCancellationPercent() ? part.getMaxCancellationPercent() : null,
                part.hasMaxAccidents() ? part.getMaxAccidents() : null,
                part.hasMaxFines() ? part.getMaxFines() : null,
                part.getMinRating(),
                (int) Timestamps.duration(part.getReapplyAfter()).toHours());
    }

    static JoinPolicy join(JoinPolicyInput input) {
        JoinPolicy.Builder part =
                JoinPolicy.newBuilder()
                        .setMinCompletedDrives(input.minCompletedDrives())
                        .setMinRating(input.minRating())
                        .setReapplyAfter(
                                Timestamps.of(
                                        java.time.Duration.ofHours(
                                                InputChecks.within(
                                                        input.reapplyAfterHours(),
                                                        "join.reapplyAfterHours",
                                                        0,
                                                        YEAR_HOURS))));
        Optional.ofNullable(input.maxCancellationPercent())
                .ifPresent(part::setMaxCancellationPercent);
        Optional.ofNullable(input.maxAccidents()).ifPresent(part::setMaxAccidents);
        Optional.ofNullable(input.maxFines()).ifPresent(part::setMaxFines);
        return part.build();
    }

    static AbusePolicy abuse(AbusePolicyInput input) {
        return AbusePolicy.newBuilder()
                .setEnabled(input.enabled())
                .setFalseAlarmsPerMillion(input.falseAlarmsPerMillion())
                .setLeastEvents(input.leastEvents())
                .setCancelledWithin(
                        seconds(
                                input.cancelledWithinSeconds(),
                                "abuse.cancelledWithinSeconds",
                                0,
                                HOUR_SECONDS))
                .setColdCallsPerHour(input.coldCallsPerHour())
                .setLeastColdWaiting(
                        seconds(
                                input.leastColdWaitingSeconds(),
                                "abuse.leastColdWaitingSeconds",
                                0,
                                DAY_SECONDS))
                .setDarkAfter(
                        seconds(input.darkAfterSeconds(), "abuse.darkAfterSeconds", 0, DAY_SECONDS))
                .setDrivesBeyond(
                        seconds(
                                input.drivesBeyondSeconds(),
                                "abuse.drivesBeyondSeconds",
                                0,
                                DAY_SECONDS))
                .setContradictedMeters(input.contradictedMeters())
                .setNights(
                        input.nights() == null ? PolicyDefaults.abuse().nights() : input.nights())
                .build();
    }

    static CallPolicyView view(CallPolicy part) {
        return new CallPolicyView(
                part.getMaxLiveCalls(),
                part.getDistancePercent(),
                part.hasBaseFare() ? ProtoMapper.money(part.getBaseFare()) : null,
                part.hasFarePerKm() ? ProtoMapper.money(part.getFarePerKm()) : null,
                part.getFarePercent());
    }

    static CallPolicy calls(CallPolicyInput input) {
        CallPolicy.Builder part =
                CallPolicy.newBuilder()
                        .setMaxLiveCalls(input.maxLiveCalls())
                        .setDistancePercent(input.distancePercent())
                        .setFarePercent(input.farePercent());
        Optional.ofNullable(input.baseFare())
                .map(fare -> ProtoMapper.money(fare, "calls.baseFare"))
                .ifPresent(part::setBaseFare);
        Optional.ofNullable(input.farePerKm())
                .map(fare -> ProtoMapper.money(fare, "calls.farePerKm"))
                .ifPresent(part::setFarePerKm);
        return part.build();
    }

    private static int seconds(Duration duration) {
        return (int) Timestamps.duration(duration).toSeconds();
    }

    private static int minutes(Duration duration) {
        return (int) Timestamps.duration(duration).toMinutes();
    }

    private static Duration seconds(int seconds, String field, long least, long most) {
        return Timestamps.of(
                java.time.Duration.ofSeconds(InputChecks.within(seconds, field, least, most)));
    }

    private static Duration minutes(int minutes, String field) {
        return Timestamps.of(
                java.time.Duration.ofMinutes(InputChecks.within(minutes, field, 0, DAY_MINUTES)));
    }
}
