package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The numbers are those of the domain's rules: a change of one is a change of its rule, too. */
class PolicyDefaultsTest {

    private final Policy policy = PolicyDefaults.policy().build();

    @Test
    void aCommandMayBeRefusedForFiveSeconds() {
        assertThat(PolicyDefaults.VETO).hasSeconds(5);
        assertThat(Timestamps.duration(policy.getVeto())).isEqualTo(PolicyDefaults.VETO);
        assertThat(policy.getOnRefusal()).isEqualTo(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    @Test
    void supportersWorkFromNineInTheEveningUntilOneInSeoul() {
        assertThat(PolicyDefaults.WINDOW).hasToString("21:00 to 01:00 in Asia/Seoul");
        assertThat(WorkWindow.of(policy)).isEqualTo(PolicyDefaults.WINDOW);
    }

    @Test
    void anHourIsFourteenThousandWonAndRestIsUnpaid() {
        assertThat(Money.of(policy.getHourlyWage())).isEqualTo(new Money(14_000, "KRW"));
        assertThat(policy.getRestPaid()).isFalse();
    }

    @Test
    void operatorsAreAlertedOfADriveAnHourAfterTheWindowUnlessThePolicySaysAnother() {
        assertThat(PolicyDefaults.overrunLimit(policy)).hasHours(1);
        assertThat(
                        PolicyDefaults.overrunLimit(
                                policy.toBuilder()
                                        .setOverrunLimit(Timestamps.of(Duration.ofHours(3)))
                                        .build()))
                .hasHours(3);
    }

    @Test
    void theLongestPickupGrowsFromFourteenMinutesAndNoCallWaits() {
        // When
        AssignmentPolicy assignment = PolicyDefaults.assignment();

        // Then
        assertThat(assignment.firstPickup().orElseThrow()).hasMinutes(14);
        assertThat(assignment.pickupGrowth()).hasSeconds(90);
        assertThat(assignment.hold()).isZero();
        assertThat(assignment.chaining()).isFalse();
        assertThat(assignment.chainWithin()).hasMinutes(10);
        assertThat(assignment.shiftEndTolerance()).isEmpty();
    }

    @Test
    void movesAreFarEnoughApartAndRestsComeBeforeThePeak() {
        // When
        MovePolicy moves = PolicyDefaults.moves();

        // Then
        assertThat(moves.enabled()).isTrue();
        assertThat(moves.minInterval()).hasSeconds(120);
        assertThat(moves.afterDecline()).hasSeconds(240);
        assertThat(moves.restAdvice()).isTrue();
        assertThat(moves.restBegin()).hasMinutes(20);
        assertThat(moves.restEnd()).hasMinutes(70);
        assertThat(moves.restPercent()).isEqualTo(20);
    }

    @Test
    void zonesCloseBelowLessDemandThanTheyOpenAt() {
        // When
        ZonePolicy zones = PolicyDefaults.zones();

        // Then
        assertThat(zones.enabled()).isTrue();
        assertThat(zones.openDemand()).isEqualTo(0.5);
        assertThat(zones.closeDemand()).isEqualTo(0.35);
        assertThat(zones.minCells()).isEqualTo(2);
        assertThat(zones.closingWarning()).hasMinutes(10);
        assertThat(zones.capacity()).isZero();
        assertThat(zones.maxWagePerCall()).isEmpty();
    }

    @Test
    void aPolicyWithoutThePartsHasThemOff() {
        assertThat(AssignmentPolicy.of(policy)).isEqualTo(AssignmentPolicy.OFF);
        assertThat(MovePolicy.of(policy)).isEqualTo(MovePolicy.OFF);
        assertThat(ZonePolicy.of(policy)).isEqualTo(ZonePolicy.OFF);
        assertThat(CallPolicy.of(policy)).isEqualTo(CallPolicy.OFF);
    }

    @Test
    void aCustomerMayHaveFiveLiveCallsUnlessThePolicySaysAnotherNumber() {
        // Given
        Policy.Builder other = policy.toBuilder();
        other.getCallsBuilder().setMaxLiveCalls(2);

        // When and then
        assertThat(CallPolicy.of(policy).maxLiveCalls()).isEqualTo(5);
        assertThat(CallPolicy.of(other.build()).maxLiveCalls()).isEqualTo(2);
    }

    @Test
    void thePartsAreReadAsTheyAreWritten() {
        // Given
        Policy written =
                policy.toBuilder()
                        .setAssignment(PolicyDefaults.assignment().toProto())
                        .setMoves(PolicyDefaults.moves().toProto())
                        .setZones(PolicyDefaults.zones().toProto())
                        .build();

        // When and then
        assertThat(AssignmentPolicy.of(written)).isEqualTo(PolicyDefaults.assignment());
        assertThat(MovePolicy.of(written)).isEqualTo(PolicyDefaults.moves());
        assertThat(ZonePolicy.of(written)).isEqualTo(PolicyDefaults.zones());
    }

    @Test
    void fewerThanOneHonestDriverInAThousandNightsGivesASignalOfAbuseByChance() {
        // When
        AbusePolicy abuse = PolicyDefaults.abuse();

        // Then
        assertThat(abuse.enabled()).isTrue();
        assertThat(abuse.falseAlarmsPerMillion()).isEqualTo(600);
        assertThat(abuse.leastEvents()).isEqualTo(2);
        assertThat(abuse.cancelledWithin()).hasMinutes(2);
        assertThat(abuse.coldCallsPerHour()).isEqualTo(2);
        assertThat(abuse.leastColdWaiting()).hasHours(1);
        assertThat(abuse.darkAfter()).hasMinutes(5);
        assertThat(abuse.drivesBeyond()).hasMinutes(15);
        assertThat(abuse.contradictedMeters()).isEqualTo(200);
        assertThat(abuse.nights()).isEqualTo(7);
    }
}
