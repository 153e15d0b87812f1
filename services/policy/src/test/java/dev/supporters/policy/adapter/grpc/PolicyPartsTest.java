package dev.supporters.policy.adapter.grpc;

import static dev.supporters.policy.SamplePolicy.put;
import static dev.supporters.policy.SamplePolicy.seoul;
import static dev.supporters.policy.SamplePolicy.seoulWithParts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Duration;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.policy.revision.PolicyTerms;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The parts of a policy about assignment, moves, zones, who may join, abuse, and calls. */
class PolicyPartsTest {

    @Test
    void aPolicyWithoutThemIsWhatItWasBefore() {
        // When
        PolicyTerms terms = read(seoul());

        // Then
        assertThat(terms.assignment()).isEqualTo(AssignmentPolicy.OFF);
        assertThat(terms.moves()).isEqualTo(MovePolicy.OFF);
        assertThat(terms.zones()).isEqualTo(ZonePolicy.OFF);
        assertThat(terms.join()).isEqualTo(JoinPolicy.OFF);
        assertThat(terms.abuse()).isEqualTo(AbusePolicy.OFF);
        assertThat(terms.calls()).isEqualTo(CallPolicy.OFF);
    }

    @Test
    void readsEveryNumber() {
        // When
        PolicyTerms terms = read(seoulWithParts());

        // Then
        assertThat(terms.assignment().firstPickup().orElseThrow()).hasMinutes(14);
        assertThat(terms.assignment().hold()).hasMinutes(4);
        assertThat(terms.assignment().chaining()).isTrue();
        assertThat(terms.assignment().shiftEndTolerance().orElseThrow()).hasMinutes(15);
        assertThat(terms.moves().restEnd()).hasMinutes(70);
        assertThat(terms.zones().closeDemand()).isEqualTo(0.35);
        assertThat(terms.zones().capacity()).isEqualTo(40);
        assertThat(terms.zones().maxWagePerCall()).contains(new Money(30_000, "KRW"));
        assertThat(terms.join().minCompletedDrives()).isEqualTo(40);
        assertThat(terms.join().maxCancellationPercent()).hasValue(15);
        assertThat(terms.join().maxAccidents()).hasValue(0);
        assertThat(terms.join().maxFines()).hasValue(2);
        assertThat(terms.join().minRating()).isEqualTo(4.2);
        assertThat(terms.join().reapplyAfter()).hasDays(28);
        assertThat(terms.abuse()).isEqualTo(PolicyDefaults.abuse());
        assertThat(terms.calls())
                .isEqualTo(
                        new CallPolicy(
                                3,
                                100,
                                Optional.of(new Money(10_000, "KRW")),
                                Optional.of(new Money(1_000, "KRW")),
                                150));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("partsAtTheirBounds")
    void takesValuesAtTheirBounds(String name, Consumer<Policy.Builder> change) {
        // Given
        Policy.Builder policy = seoulWithParts();
        change.accept(policy);

        // When
        PolicyTerms terms = read(policy);

        // Then
        assertThat(terms.assignment().toProto()).isEqualTo(policy.getAssignment());
        assertThat(terms.moves().toProto()).isEqualTo(policy.getMoves());
        assertThat(terms.zones().toProto()).isEqualTo(policy.getZones());
        assertThat(terms.join().toProto()).isEqualTo(policy.getJoin());
        assertThat(terms.abuse().toProto()).isEqualTo(policy.getAbuse());
        assertThat(terms.calls().toProto()).isEqualTo(policy.getCalls());
    }

    static Stream<Arguments> partsAtTheirBounds() {
        return Stream.of(
                taken("first pickup as max pickup", p -> assign(p).setFirstPickup(seconds(900))),
                taken("no first pickup", p -> assign(p).clearFirstPickup()),
                taken("growth at once", p -> assign(p).setPickupGrowth(seconds(0))),
                taken("growth of an hour", p -> assign(p).setPickupGrowth(seconds(3_600))),
                taken("no hold", p -> assign(p).setHold(seconds(0))),
                taken("hold of ten minutes", p -> assign(p).setHold(seconds(600))),
                taken("no tolerance", p -> assign(p).setShiftEndTolerance(seconds(0))),
                taken("tolerance of a day", p -> assign(p).setShiftEndTolerance(seconds(86_400))),
                taken("rests until the window ends", p -> move(p).setRestEnd(seconds(14_400))),
                taken("all may rest", p -> move(p).setRestPercent(100)),
                taken("rest advice off", p -> move(p).setRestAdvice(false).setRestPercent(0)),
                taken("thresholds that almost meet", p -> zone(p).setCloseDemand(0.4999)),
                taken("a zone of one cell", p -> zone(p).setMinCells(1)),
                taken("no warning", p -> zone(p).setClosingWarning(seconds(0))),
                taken("no limit", p -> zone(p).setCapacity(0)),
                taken("no bound of the wage", p -> zone(p).clearMaxWagePerCall()),
                taken("any number of drives", p -> join(p).setMinCompletedDrives(0)),
                taken("no limit of cancellations", p -> join(p).clearMaxCancellationPercent()),
                taken("no cancellation at all", p -> join(p).setMaxCancellationPercent(0)),
                taken("no limits of incidents", p -> join(p).clearMaxAccidents().clearMaxFines()),
                taken("any rating", p -> join(p).setMinRating(0)),
                taken("the best rating", p -> join(p).setMinRating(5)),
                taken("again after a year", p -> join(p).setReapplyAfter(seconds(31_622_400))),
                taken("one false alarm", p -> abuse(p).setFalseAlarmsPerMillion(1)),
                taken("no cell is cold", p -> abuse(p).setColdCallsPerHour(0)),
                taken("dark after a day", p -> abuse(p).setDarkAfter(seconds(86_400))),
                taken("one live call", p -> calls(p).setMaxLiveCalls(1)),
                taken("a hundred live calls", p -> calls(p).setMaxLiveCalls(100)),
                taken("distances not compared", p -> calls(p).setDistancePercent(0)),
                taken("distances elevenfold", p -> calls(p).setDistancePercent(1_000)),
                taken("fares by the kilometre", p -> calls(p).clearBaseFare()),
                taken("one fare for all", p -> calls(p).clearFarePerKm()),
                taken(
                        "fares not compared",
                        p -> calls(p).clearBaseFare().clearFarePerKm().setFarePercent(0)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("malformedParts")
    void refusesAFieldByItsName(
            String field, String found, String expected, Consumer<Policy.Builder> change) {
        // Given
        Policy.Builder policy = seoulWithParts();
        change.accept(policy);

        // When and then
        assertThatThrownBy(() -> read(policy))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
                            assertThat(refusal.offending()).isEqualTo(field + ": " + found);
                            assertThat(refusal.expected()).contains(expected);
                        });
    }

    static Stream<Arguments> malformedParts() {
        return Stream.of(
                refused(
                        "assignment.first_pickup",
                        "PT0S",
                        "more than 0",
                        p -> assign(p).setFirstPickup(seconds(0))),
                refused(
                        "assignment.first_pickup",
                        "PT15M1S",
                        "at most max_pickup PT15M",
                        p -> assign(p).setFirstPickup(seconds(901))),
                refused(
                        "assignment.pickup_growth",
                        "PT-1S",
                        "0 to PT1H",
                        p -> assign(p).setPickupGrowth(seconds(-1))),
                refused(
                        "assignment.pickup_growth",
                        "PT1H1S",
                        "0 to PT1H",
                        p -> assign(p).setPickupGrowth(seconds(3_601))),
                refused(
                        "assignment.hold",
                        "PT10M1S",
                        "0 to PT10M",
                        p -> assign(p).setHold(seconds(601))),
                refused(
                        "assignment.chain_within",
                        "PT0S",
                        "chaining is on",
                        p -> assign(p).clearChainWithin()),
                refused(
                        "assignment.chain_within",
                        "PT1H1S",
                        "0 to PT1H",
                        p -> assign(p).setChainWithin(seconds(3_601))),
                refused(
                        "assignment.shift_end_tolerance",
                        "PT-1S",
                        "0 to PT24H",
                        p -> assign(p).setShiftEndTolerance(seconds(-1))),
                refused(
                        "moves.min_interval",
                        "PT0S",
                        "moves are enabled",
                        p -> move(p).clearMinInterval()),
                refused(
                        "moves.after_decline",
                        "PT0S",
                        "moves are enabled",
                        p -> move(p).clearAfterDecline()),
                refused(
                        "moves.after_decline",
                        "PT1H1S",
                        "0 to PT1H",
                        p -> move(p).setAfterDecline(seconds(3_601))),
                refused(
                        "moves.rest_begin",
                        "PT-1S",
                        "0 to PT24H",
                        p -> move(p).setRestBegin(seconds(-1))),
                refused(
                        "moves.rest_end",
                        "PT20M",
                        "later than rest_begin PT20M",
                        p -> move(p).setRestEnd(seconds(1_200))),
                refused(
                        "moves.rest_end",
                        "PT4H1S",
                        "at most window_length PT4H",
                        p -> move(p).setRestEnd(seconds(14_401))),
                refused("moves.rest_percent", "0", "1 to 100", p -> move(p).setRestPercent(0)),
                refused(
                        "policy.moves.rest_percent",
                        "101",
                        "0 to 100",
                        p -> move(p).setRestPercent(101)),
                refused(
                        "zones.close_demand",
                        "0.5",
                        "less than open_demand 0.5",
                        p -> zone(p).setCloseDemand(0.5)),
                refused(
                        "zones.close_demand",
                        "0.7",
                        "less than open_demand 0.5",
                        p -> zone(p).setEnabled(false).setCloseDemand(0.7)),
                refused(
                        "zones.close_demand",
                        "0.0",
                        "more than 0",
                        p -> zone(p).clearCloseDemand()),
                refused(
                        "policy.zones.open_demand",
                        "NaN",
                        "0",
                        p -> zone(p).setOpenDemand(Double.NaN)),
                refused(
                        "policy.zones.open_demand",
                        "Infinity",
                        "10000",
                        p -> zone(p).setOpenDemand(Double.POSITIVE_INFINITY)),
                refused(
                        "policy.zones.close_demand",
                        "-0.1",
                        "0",
                        p -> zone(p).setCloseDemand(-0.1)),
                refused("zones.min_cells", "0", "1 to 10000", p -> zone(p).setMinCells(0)),
                refused(
                        "zones.closing_warning",
                        "PT1H1S",
                        "0 to PT1H",
                        p -> zone(p).setClosingWarning(seconds(3_601))),
                refused("policy.zones.capacity", "-1", "0", p -> zone(p).setCapacity(-1)),
                refused(
                        "policy.zones.max_wage_per_call.amount",
                        "0",
                        "1",
                        p -> zone(p).getMaxWagePerCallBuilder().setAmount(0)),
                refused(
                        "zones.max_wage_per_call.currency",
                        "USD",
                        "KRW, as hourly_wage",
                        p -> zone(p).getMaxWagePerCallBuilder().setCurrency("USD")),
                refused(
                        "policy.join.min_completed_drives",
                        "-1",
                        "0 to 10000",
                        p -> join(p).setMinCompletedDrives(-1)),
                refused(
                        "policy.join.max_cancellation_percent",
                        "101",
                        "0 to 100",
                        p -> join(p).setMaxCancellationPercent(101)),
                refused(
                        "policy.join.max_accidents",
                        "-1",
                        "0 to 1000",
                        p -> join(p).setMaxAccidents(-1)),
                refused(
                        "policy.join.max_fines",
                        "1001",
                        "0 to 1000",
                        p -> join(p).setMaxFines(1_001)),
                refused("join.min_rating", "0.5", "1 to 5", p -> join(p).setMinRating(0.5)),
                refused(
                        "policy.join.min_rating",
                        "NaN",
                        "5",
                        p -> join(p).setMinRating(Double.NaN)),
                refused(
                        "join.reapply_after",
                        "PT8784H1S",
                        "0 to PT8784H",
                        p -> join(p).setReapplyAfter(seconds(31_622_401))),
                refused(
                        "policy.zones.max_wage_per_call.currency",
                        "nothing",
                        "",
                        p -> zone(p).getMaxWagePerCallBuilder().clearCurrency()),
                refused(
                        "abuse.false_alarms_per_million",
                        "0",
                        "1 to 100000",
                        p -> abuse(p).setFalseAlarmsPerMillion(0)),
                refused("abuse.least_events", "0", "1 to 1000", p -> abuse(p).setLeastEvents(0)),
                refused(
                        "abuse.cancelled_within",
                        "PT1H1S",
                        "0 to PT1H",
                        p -> abuse(p).setCancelledWithin(seconds(3_601))),
                refused(
                        "policy.abuse.cold_calls_per_hour",
                        "NaN",
                        "0",
                        p -> abuse(p).setColdCallsPerHour(Double.NaN)),
                refused(
                        "abuse.least_cold_waiting",
                        "PT24H1S",
                        "0 to PT24H",
                        p -> abuse(p).setLeastColdWaiting(seconds(86_401))),
                refused(
                        "abuse.dark_after",
                        "PT0S",
                        "signals are looked for",
                        p -> abuse(p).setDarkAfter(seconds(0))),
                refused(
                        "abuse.drives_beyond",
                        "PT0S",
                        "more than 0",
                        p -> abuse(p).setDrivesBeyond(seconds(0))),
                refused(
                        "policy.calls.max_live_calls",
                        "101",
                        "0 to 100",
                        p -> calls(p).setMaxLiveCalls(101)),
                refused(
                        "policy.calls.distance_percent",
                        "-1",
                        "0 to 1000",
                        p -> calls(p).setDistancePercent(-1)),
                refused(
                        "policy.calls.fare_percent",
                        "1001",
                        "0 to 1000",
                        p -> calls(p).setFarePercent(1_001)),
                refused(
                        "calls.fare_percent",
                        "150",
                        "neither base_fare nor fare_per_km",
                        p -> calls(p).clearBaseFare().clearFarePerKm()),
                refused(
                        "policy.calls.base_fare.amount",
                        "-1",
                        "0 to 1000000000",
                        p -> calls(p).getBaseFareBuilder().setAmount(-1)),
                refused(
                        "calls.base_fare.currency",
                        "USD",
                        "KRW, as hourly_wage",
                        p -> calls(p).getBaseFareBuilder().setCurrency("USD")),
                refused(
                        "calls.fare_per_km.currency",
                        "USD",
                        "KRW, as hourly_wage",
                        p -> calls(p).getFarePerKmBuilder().setCurrency("USD")),
                refused(
                        "policy.abuse.contradicted_meters",
                        "100001",
                        "100000",
                        p -> abuse(p).setContradictedMeters(100_001)),
                refused("policy.abuse.nights", "31", "30", p -> abuse(p).setNights(31)));
    }

    /** As the server does: the bounds of the proto first. */
    private static PolicyTerms read(Policy.Builder policy) {
        PutRequest request = put("r1", policy, 0).build();
        FieldBoundsTable.check(request);
        return PolicyRequests.update(request).terms();
    }

    private static dev.supporters.proto.policy.v1.AssignmentPolicy.Builder assign(
            Policy.Builder policy) {
        return policy.getAssignmentBuilder();
    }

    private static dev.supporters.proto.policy.v1.MovePolicy.Builder move(Policy.Builder policy) {
        return policy.getMovesBuilder();
    }

    private static dev.supporters.proto.policy.v1.ZonePolicy.Builder zone(Policy.Builder policy) {
        return policy.getZonesBuilder();
    }

    private static dev.supporters.proto.policy.v1.JoinPolicy.Builder join(Policy.Builder policy) {
        return policy.getJoinBuilder();
    }

    private static dev.supporters.proto.policy.v1.CallPolicy.Builder calls(Policy.Builder policy) {
        return policy.getCallsBuilder();
    }

    private static dev.supporters.proto.policy.v1.AbusePolicy.Builder abuse(Policy.Builder policy) {
        return policy.getAbuseBuilder();
    }

    private static Arguments taken(String name, Consumer<Policy.Builder> change) {
        return arguments(name, change);
    }

    private static Arguments refused(
            String field, String found, String expected, Consumer<Policy.Builder> change) {
        return arguments(field, found, expected, change);
    }

    private static Duration seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }
}
