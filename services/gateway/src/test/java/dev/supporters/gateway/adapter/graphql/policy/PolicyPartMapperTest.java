package dev.supporters.gateway.adapter.graphql.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.DriverTagRule;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.MoneyInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.AbusePolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.AssignmentPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.CallPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.DriverTagRuleInput;
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
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.policy.v1.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An operator reads the numbers, changes one and puts them: the others must stay. */
class PolicyPartMapperTest {

    private static final Policy EVERY_NUMBER =
            Policy.newBuilder()
                    .setAssignment(
                            new AssignmentPolicy(
                                            Optional.of(Duration.ofMinutes(14)),
                                            Duration.ofSeconds(90),
                                            Duration.ofMinutes(4),
                                            true,
                                            Duration.ofMinutes(10),
                                            Optional.of(Duration.ZERO),
                                            List.of(
                                                    new DriverTagRule("vip", "senior", false),
                                                    new DriverTagRule("", "new", true)))
                                    .toProto())
                    .setMoves(PolicyDefaults.moves().toProto())
                    .setAbuse(PolicyDefaults.abuse().toProto())
                    .setCalls(
                            new CallPolicy(
                                            3,
                                            100,
                                            Optional.of(new Money(10_000, "KRW")),
                                            Optional.of(new Money(1_000, "KRW")),
                                            150)
                                    .toProto())
                    .setZones(
                            new ZonePolicy(
                                            true,
                                            0.5,
                                            0.35,
                                            2,
                                            Duration.ofMinutes(10),
                                            40,
                                            Optional.of(new Money(30_000, "KRW")))
                                    .toProto())
                    .setJoin(
                            new JoinPolicy(
                                            40,
                                            OptionalInt.of(15),
                                            OptionalInt.of(0),
                                            OptionalInt.of(2),
                                            4.2,
                                            Duration.ofDays(28))
                                    .toProto())
                    .build();

    @Test
    void showsEveryNumber() {
        assertThat(PolicyPartMapper.view(EVERY_NUMBER.getAssignment()))
                .isEqualTo(
                        new AssignmentPolicyView(
                                840,
                                90,
                                240,
                                true,
                                600,
                                0,
                                List.of(
                                        new DriverTagRuleView("vip", "senior", false),
                                        new DriverTagRuleView(null, "new", true))));
        assertThat(PolicyPartMapper.view(EVERY_NUMBER.getMoves()))
                .isEqualTo(new MovePolicyView(true, 120, 240, true, 20, 70, 20));
        assertThat(PolicyPartMapper.view(EVERY_NUMBER.getJoin()))
                .isEqualTo(new JoinPolicyView(40, 15, 0, 2, 4.2, 672));
        assertThat(PolicyPartMapper.view(EVERY_NUMBER.getAbuse()))
                .isEqualTo(new AbusePolicyView(true, 600, 2, 120, 2.0, 3_600, 300, 900, 200, 7));
        CallPolicyView calls = PolicyPartMapper.view(EVERY_NUMBER.getCalls());
        assertThat(calls.maxLiveCalls()).isEqualTo(3);
        assertThat(calls.distancePercent()).isEqualTo(100);
        assertThat(calls.baseFare().amount()).isEqualTo(10_000);
        assertThat(calls.farePerKm().amount()).isEqualTo(1_000);
        assertThat(calls.farePercent()).isEqualTo(150);
        ZonePolicyView zones = PolicyPartMapper.view(EVERY_NUMBER.getZones());
        assertThat(zones.openDemand()).isEqualTo(0.5);
        assertThat(zones.closeDemand()).isEqualTo(0.35);
        assertThat(zones.closingWarningSeconds()).isEqualTo(600);
        assertThat(zones.capacity()).isEqualTo(40);
        assertThat(zones.maxWagePerCall().amount()).isEqualTo(30_000);
    }

    @Test
    void whatIsReadCanBePutAgain() {
        assertThat(putAgain(EVERY_NUMBER)).isEqualTo(EVERY_NUMBER);
    }

    @Test
    void whatIsOffIsPutAgainAsOff() {
        // When
        Policy put = putAgain(Policy.getDefaultInstance());

        // Then
        assertThat(AssignmentPolicy.of(put)).isEqualTo(AssignmentPolicy.OFF);
        assertThat(MovePolicy.of(put)).isEqualTo(MovePolicy.OFF);
        assertThat(ZonePolicy.of(put)).isEqualTo(ZonePolicy.OFF);
        assertThat(JoinPolicy.of(put)).isEqualTo(JoinPolicy.OFF);
        assertThat(AbusePolicy.of(put)).isEqualTo(AbusePolicy.OFF);
        assertThat(CallPolicy.of(put)).isEqualTo(CallPolicy.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 90, 0, 600, 0, assignment.firstPickupSeconds: 0, 1 to 86400",
        "840, -1, 0, 600, 0, assignment.pickupGrowthSeconds: -1, 0 to 3600",
        "840, 90, 601, 600, 0, assignment.holdSeconds: 601, 0 to 600",
        "840, 90, 0, 3601, 0, assignment.chainWithinSeconds: 3601, 0 to 3600",
        "840, 90, 0, 600, -1, assignment.shiftEndToleranceSeconds: -1, 0 to 86400"
    })
    void refusesANumberByTheNameThatTheOperatorUses(
            int first,
            int growth,
            int hold,
            int chain,
            int tolerance,
            String offending,
            String expected) {
        // Given
        AssignmentPolicyInput input =
                new AssignmentPolicyInput(first, growth, hold, false, chain, tolerance, null);

        // When and then
        assertThatThrownBy(() -> PolicyPartMapper.assignment(input))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.offending()).isEqualTo(offending);
                            assertThat(refusal.expected()).isEqualTo(expected);
                        });
    }

    private static Policy putAgain(Policy policy) {
        AssignmentPolicyView assignment = PolicyPartMapper.view(policy.getAssignment());
        MovePolicyView moves = PolicyPartMapper.view(policy.getMoves());
        ZonePolicyView zones = PolicyPartMapper.view(policy.getZones());
        JoinPolicyView join = PolicyPartMapper.view(policy.getJoin());
        AbusePolicyView abuse = PolicyPartMapper.view(policy.getAbuse());
        CallPolicyView calls = PolicyPartMapper.view(policy.getCalls());
        return Policy.newBuilder()
                .setAssignment(
                        PolicyPartMapper.assignment(
                                new AssignmentPolicyInput(
                                        assignment.firstPickupSeconds(),
                                        assignment.pickupGrowthSeconds(),
                                        assignment.holdSeconds(),
                                        assignment.chaining(),
                                        assignment.chainWithinSeconds(),
                                        assignment.shiftEndToleranceSeconds(),
                                        assignment.driverTags().stream()
                                                .map(rule ->
                                                        new DriverTagRuleInput(
                                                                rule.callTag(),
                                                                rule.driverTag(),
                                                                rule.forbidden()))
                                                .toList())))
                .setMoves(
                        PolicyPartMapper.moves(
                                new MovePolicyInput(
                                        moves.enabled(),
                                        moves.minIntervalSeconds(),
                                        moves.afterDeclineSeconds(),
                                        moves.restAdvice(),
                                        moves.restBeginMinutes(),
                                        moves.restEndMinutes(),
                                        moves.restPercent())))
                .setZones(
                        PolicyPartMapper.zones(
                                new ZonePolicyInput(
                                        zones.enabled(),
                                        zones.openDemand(),
                                        zones.closeDemand(),
                                        zones.minCells(),
                                        zones.closingWarningSeconds(),
                                        zones.capacity(),
                                        input(zones.maxWagePerCall()))))
                .setJoin(
                        PolicyPartMapper.join(
                                new JoinPolicyInput(
                                        join.minCompletedDrives(),
                                        join.maxCancellationPercent(),
                                        join.maxAccidents(),
                                        join.maxFines(),
                                        join.minRating(),
                                        join.reapplyAfterHours())))
                .setAbuse(
                        PolicyPartMapper.abuse(
                                new AbusePolicyInput(
                                        abuse.enabled(),
                                        abuse.falseAlarmsPerMillion(),
                                        abuse.leastEvents(),
                                        abuse.cancelledWithinSeconds(),
                                        abuse.coldCallsPerHour(),
                                        abuse.leastColdWaitingSeconds(),
                                        abuse.darkAfterSeconds(),
                                        abuse.drivesBeyondSeconds(),
                                        abuse.contradictedMeters(),
                                        abuse.nights())))
                .setCalls(
                        PolicyPartMapper.calls(
                                new CallPolicyInput(
                                        calls.maxLiveCalls(),
                                        calls.distancePercent(),
                                        input(calls.baseFare()),
                                        input(calls.farePerKm()),
                                        calls.farePercent())))
                .build();
    }

    private static MoneyInput input(MoneyView money) {
        return money == null
                ? null
                : new MoneyInput(BigInteger.valueOf(money.amount()), money.currency());
    }
}
