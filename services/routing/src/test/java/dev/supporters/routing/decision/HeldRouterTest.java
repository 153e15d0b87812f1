package dev.supporters.routing.decision;

import static dev.supporters.routing.RoutingFixtures.NOW;
import static dev.supporters.routing.RoutingFixtures.ORIGIN;
import static dev.supporters.routing.RoutingFixtures.begin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.ActiveCell;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.CellBoundary;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.dispatch.assignment.StraightLineEstimate;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.decision.HeldRouter.PoolResult;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.ranking.PoolRanker;
import dev.supporters.routing.ranking.PoolRanker.PoolQuestion;
import dev.supporters.routing.ranking.PoolRanker.PoolRanking;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

class HeldRouterTest {

    private static final Refusal LATE =
            new Refusal(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED, "late", "in time");

    private final TestClock clock = new TestClock();
    private final RegionPolicies policies = new RegionPolicies(clock);
    private final ZoneCheck zones = new ZoneCheck();
    private final FreeSupporters supporters = RoutingFixtures.freeSupporters();
    private final DriveEndEstimates drives = new DriveEndEstimates();
    private final List<AssignOrder> orders = new ArrayList<>();
    private PoolRanker ranker =
            calls -> {
                throw LATE;
            };
    private DriverAssigner assigner =
            order ->
                    new AssignResult.Commanded(
                            order.candidates().getFirst().driverId(),
                            "command-" + order.call().callId(),
                            order.candidates().getFirst().etaSeconds(),
                            NOW.plusSeconds(5));

    @BeforeEach
    void openANight() {
        RoutingFixtures.put(
                policies, RoutingFixtures.policy("seoul", 4, RoutingFixtures.SEOUL, 100));
    }

    @Test
    void leavesTheNearSupporterToTheCallThatHasNoOther() {
        // Given: both are in reach of the call at the origin, only the near one is of the call in
        // the south
        begin(supporters, "near", 0);
        begin(supporters, "north", .012);

        // When
        PoolResult result = route(held("1", ORIGIN), held("2", north(-.018)));

        // Then
        assertThat(commanded(result)).containsExactlyInAnyOrder("1=north", "2=near");
        assertThat(result.held()).hasSize(2);
        assertThat(result.pairs()).hasSize(2);
    }

    @Test
    void givesTheOneSupporterToOneCallAndLetsTheOtherWait() {
        // Given
        begin(supporters, "only", .001);

        // When
        PoolResult first = route(held("1", ORIGIN), held("2", north(.002)));
        PoolResult second = route(held("1", ORIGIN), held("2", north(.002)));

        // Then
        assertThat(first.results()).hasSize(1);
        assertThat(second.results()).isEmpty();
        assertThat(orders)
                .singleElement()
                .satisfies(order -> assertThat(order.candidates()).hasSize(1));
    }

    @Test
    void aCallThatIsGivenTwiceCountsOnce() {
        // Given
        begin(supporters, "a", .001);
        begin(supporters, "b", .001);

        // Then
        assertThat(route(held("1", ORIGIN), held("1", ORIGIN)).results()).hasSize(1);
    }

    @Test
    void aDriverWhoHasRefusedTheCallIsNoCandidate() {
        // Given
        begin(supporters, "a", .001);

        // When
        HeldCallRequest request = held("1", ORIGIN);
        PoolResult result =
                route(
                        new HeldCallRequest(
                                request.requestId(), request.call(), Set.of(new DriverId("a"))));

        // Then
        assertThat(result.results()).isEmpty();
    }

    @Test
    void aCallThatSupportersMayNotHaveAnyMoreGoesToGeneralDispatch() {
        // Given
        begin(supporters, "a", .001);
        HeldCallRequest unfit =
                new HeldCallRequest("r", RoutingFixtures.call("3"), Set.of()); // without a tag

        // Then
        assertThat(reasons(route(unfit))).containsExactly(RoutingReason.ROUTING_REASON_NOT_FIT);
        assertThat(reasons(route(held("1", new Position(35.1, 129)))))
                .containsExactly(RoutingReason.ROUTING_REASON_NO_POLICY);
        clock.set(RoutingFixtures.WINDOW_END);
        assertThat(reasons(route(held("1", ORIGIN))))
                .containsExactly(RoutingReason.ROUTING_REASON_WINDOW_CLOSED);
    }

    @Test
    void aCallInAnotherCurrencyThanThatOfANewPolicyGoesToGeneralDispatchWithThatReason() {
        // Given
        begin(supporters, "a", .001);
        RoutingFixtures.put(policies, RoutingFixtures.policy(50, CallPolicy.OFF));
        HeldCallRequest dollars =
                new HeldCallRequest("r", RoutingFixtures.call("3", 2_300, "USD", 18_000), Set.of());

        // Then
        assertThat(reasons(route(dollars)))
                .containsExactly(RoutingReason.ROUTING_REASON_WRONG_CURRENCY);
    }

    @Test
    void aCallWhoseZoneHasClosedWhileItWaitedGoesToGeneralDispatchWithThatReason() {
        // Given
        zones.put(zoneAround(ORIGIN, NOW.plusSeconds(60)));
        HeldCallRequest call = held("1", ORIGIN);
        assertThat(route(call).results()).as("it waits in its zone").isEmpty();
        begin(supporters, "a", .001);

        // When
        zones.put(zoneAround(north(.1), NOW.plusSeconds(120)));
        PoolResult result = route(call);

        // Then
        assertThat(reasons(result)).containsExactly(RoutingReason.ROUTING_REASON_OUTSIDE_ZONE);
        assertThat(result.results().getFirst().context().outside()).isTrue();
        assertThat(result.held()).isEmpty();
        assertThat(orders).isEmpty();
    }

    @Test
    void aCallWhosePlanOfZonesIsTooOldGoesOnWaiting() {
        // Given
        zones.put(zoneAround(north(.1), NOW.minusSeconds(1)));

        // Then
        assertThat(route(held("1", ORIGIN)).held()).hasSize(1);
    }

    @Test
    void goesOnWaitingWhenTheCommanderFailsOrTheSupporterWasTaken() {
        // Given
        begin(supporters, "a", .001);
        assigner =
                order -> {
                    throw LATE;
                };

        // Then
        assertThat(route(held("1", ORIGIN)).results()).isEmpty();
        assigner = order -> new AssignResult.NoneFree();
        assertThat(route(held("1", ORIGIN)).results()).isEmpty();
        assigner = order -> new AssignResult.CallClosed();
        assertThat(reasons(route(held("1", ORIGIN))))
                .containsExactly(RoutingReason.ROUTING_REASON_CALL_CLOSED);
    }

    @Test
    void waitsForTheEndOfADriveThatEndsNearSooner() {
        // Given: the free one would need longer than the one whose drive ends here
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(1));

        // When
        PoolResult result = route(held("1", ORIGIN));

        // Then
        assertThat(result.pairs())
                .singleElement()
                .satisfies(pair ->
                        assertThat(pair.candidate().driverId().value()).isEqualTo("ending"));
        assertThat(result.results()).isEmpty();
        assertThat(orders).isEmpty();
    }

    @Test
    void aDriveThatEndsIsWaitedForByOneCallAndTheOtherGetsTheFreeSupporter() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(1));

        // When
        PoolResult result = route(held("1", ORIGIN), held("2", north(.02)));

        // Then
        assertThat(commanded(result)).containsExactly("2=free");
        assertThat(result.pairs()).hasSize(2);
    }

    @Test
    void nobodyWaitsForTheEndOfADriveWithoutChainingOrForOneWhoHasRefused() {
        // Given
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(1));
        HeldCallRequest call = held("1", ORIGIN);
        HeldCallRequest refused =
                new HeldCallRequest(call.requestId(), call.call(), Set.of(new DriverId("ending")));

        // Then
        assertThat(commanded(route(call))).containsExactly("1=free");
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "other", .02);
        assertThat(commanded(route(refused))).containsExactly("1=other");
    }

    @Test
    void nobodyWaitsForADriverWhoseShiftEndsWithTheDrive() {
        // Given: it is two minutes before the end of the window, and the drive ends after it
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(2));
        clock.set(RoutingFixtures.WINDOW_END.minusSeconds(120));
        drives.apply(
                engagement(
                        "ending",
                        EngagementStep.State.DRIVING,
                        RoutingFixtures.WINDOW_END.minusSeconds(120)));

        // When
        PoolResult result = route(held("1", ORIGIN));

        // Then
        assertThat(commanded(result)).containsExactly("1=free");
    }

    @Test
    void waitsForADriverWhoseDriveEndsBeforeTheWindow() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(1));
        clock.set(RoutingFixtures.WINDOW_END.minusSeconds(120));
        drives.apply(
                engagement(
                        "ending",
                        EngagementStep.State.DRIVING,
                        RoutingFixtures.WINDOW_END.minusSeconds(120)));

        // Then
        assertThat(route(held("1", ORIGIN)).pairs())
                .singleElement()
                .satisfies(pair ->
                        assertThat(pair.candidate().driverId().value()).isEqualTo("ending"));
    }

    @Test
    void nobodyWaitsForADriverWhoseNextDriveWouldEndTooLongAfterTheWindow() {
        // Given: without a tolerance the driver would be waited for, as above
        RoutingFixtures.put(
                policies, RoutingFixtures.policy(5, chaining(Optional.of(Duration.ZERO))));
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(1));
        clock.set(RoutingFixtures.WINDOW_END.minusSeconds(120));
        drives.apply(
                engagement(
                        "ending",
                        EngagementStep.State.DRIVING,
                        RoutingFixtures.WINDOW_END.minusSeconds(120)));

        // When: the next drive is a long one
        HeldCallRequest shortDrive = held("1", ORIGIN);
        RoutableCall call = shortDrive.call();
        RoutableCall longDrive =
                new RoutableCall(
                        call.callId(),
                        call.product(),
                        call.origin(),
                        call.message().toBuilder().setDistanceMeters(10_000).build());
        PoolResult result = route(new HeldCallRequest(shortDrive.requestId(), longDrive, Set.of()));

        // Then
        assertThat(commanded(result)).containsExactly("1=free");
    }

    @Test
    void nobodyWaitsForADriverWhoRestsAfterTheDriveOrTakesNoMoreCalls() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(1));
        DriverId ending = new DriverId("ending");

        // When
        supporters.shift(
                ending,
                shift -> shift.next(RoutingFixtures.step("ending", 2, WorkStep.State.RESTING)));

        // Then
        assertThat(commanded(route(held("1", ORIGIN)))).containsExactly("1=free");
        begin(supporters, "other", .02);
        supporters.shift(
                ending,
                shift -> shift.next(RoutingFixtures.step("ending", 3, WorkStep.State.ENDING)));
        assertThat(commanded(route(held("2", ORIGIN)))).containsExactly("2=other");
    }

    @Test
    void nobodyWaitsForADriverWhoWorksInAnotherRegionOrOfWhoseShiftNothingWasHeard() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "free", .02);
        drivingIn("busan", "ending", Duration.ofMinutes(1));
        drives.commanded("command-2", ORIGIN, Duration.ofMinutes(1));
        drives.apply(
                RoutingFixtures.engagement("unheard", "command-2", EngagementStep.State.DRIVING));

        // Then
        assertThat(commanded(route(held("1", ORIGIN)))).containsExactly("1=free");
    }

    @Test
    void choosesByTheProbabilitiesOfTheModelThatIsAskedOnceForAllCalls() {
        // Given: by the straight line "near" would go to the call in the south, and "north" to the
        // other
        begin(supporters, "near", 0);
        begin(supporters, "north", .012);
        List<List<PoolQuestion>> asked = new ArrayList<>();
        ranker =
                calls -> {
                    asked.add(calls);
                    return calls.stream().map(call -> ranked(call, "1=near", "2=north")).toList();
                };

        // When
        PoolResult result = route(held("1", ORIGIN), held("2", north(-.005)));

        // Then
        assertThat(commanded(result)).containsExactlyInAnyOrder("1=near", "2=north");
        assertThat(asked).hasSize(1);
        assertThat(result.rankings().values()).extracting(Ranking::model).containsOnly("keep@7");
        assertThat(result.results())
                .extracting(routed -> routed.context().model())
                .containsOnly("keep@7");
        assertThat(result.results().getFirst().context().candidates())
                .extracting(RankedSupporter::etaSeconds)
                .containsExactly(240);
    }

    @Test
    void ranksByTheStraightLineWhatTheModelDoesNotAnswerInTime() {
        // Given
        begin(supporters, "a", .001);

        // When
        PoolResult result = route(held("1", ORIGIN));

        // Then
        assertThat(commanded(result)).containsExactly("1=a");
        assertThat(result.rankings().get(new CallId("1")).model())
                .isEqualTo(StraightLineEstimate.MODEL);
    }

    @Test
    void asksAboutTheOldestOfMoreCallsThanCanBeAskedAbout() {
        // Given
        begin(supporters, "a", .001);
        List<PoolQuestion> asked = new ArrayList<>();
        ranker =
                calls -> {
                    asked.addAll(calls);
                    throw LATE;
                };
        HeldCallRequest[] calls =
                IntStream.rangeClosed(1, PoolRanker.MOST_CALLS + 2)
                        .mapToObj(number -> held("" + number, ORIGIN, number))
                        .toArray(HeldCallRequest[]::new);

        // When
        PoolResult result = route(calls);

        // Then
        assertThat(asked)
                .hasSize(PoolRanker.MOST_CALLS)
                .extracting(question -> question.call().callId().value())
                .doesNotContain("1", "2");
        assertThat(result.held()).hasSize(PoolRanker.MOST_CALLS + 2);
        assertThat(result.results()).hasSize(1);
    }

    @Test
    void waitsForTheEndOfADriveOnlyIfTheModelSaysThatTheCustomerDoes() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        begin(supporters, "free", .02);
        driving("ending", Duration.ofMinutes(1));
        ranker =
                calls ->
                        calls.stream()
                                .map(call ->
                                        new PoolRanking(
                                                ranked(call, "1=free").ranking(),
                                                Map.of(new DriverId("ending"), .2)))
                                .toList();

        // When
        PoolResult result = route(held("1", ORIGIN));

        // Then: by its ETA alone the one who still drives would be chosen
        assertThat(commanded(result)).containsExactly("1=free");
    }

    /** Who is meant for the call is kept by the customer nearly for sure, and nobody else. */
    private static PoolRanking ranked(PoolQuestion question, String... meant) {
        List<String> pairs = List.of(meant);
        return new PoolRanking(
                new Ranking(
                        question.call().candidates().stream()
                                .map(candidate -> {
                                    String pair =
                                            question.call().callId() + "=" + candidate.driverId();
                                    return new RankedSupporter(
                                            candidate,
                                            240,
                                            .9,
                                            OptionalDouble.of(pairs.contains(pair) ? .9 : .1));
                                })
                                .toList(),
                        "keep@7"),
                Map.of());
    }

    private static AssignmentPolicy chaining() {
        return chaining(Optional.empty());
    }

    private static AssignmentPolicy chaining(Optional<Duration> shiftEndTolerance) {
        return new AssignmentPolicy(
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMinutes(5),
                true,
                Duration.ofMinutes(10),
                shiftEndTolerance);
    }

    private PoolResult route(HeldCallRequest... calls) {
        DriverAssigner recorded =
                order -> {
                    orders.add(order);
                    return assigner.assign(order);
                };
        return new HeldRouter(
                        policies,
                        zones,
                        supporters,
                        ranker,
                        recorded,
                        new ChainedDrives(drives, supporters),
                        clock)
                .route(List.of(calls));
    }

    /** A driver is on the way to a destination near the origin, at the end of a call that this instance commanded. */
    private void driving(String driver, Duration length) {
        drivingIn("seoul", driver, length);
    }

    private void drivingIn(String region, String driver, Duration length) {
        WorkStep step = RoutingFixtures.step(driver, 1, WorkStep.State.WORKING);
        WorkStep begin =
                new WorkStep(
                        step.driverId(),
                        step.workId(),
                        step.product(),
                        region,
                        step.version(),
                        step.state(),
                        step.time());
        supporters.shift(step.driverId(), shift -> shift.begun(begin, RoutingFixtures.WINDOW_END));
        drives.commanded("command-1", ORIGIN, length);
        drives.apply(engagement(driver, EngagementStep.State.DRIVING, NOW));
    }

    private static EngagementStep engagement(
            String driver, EngagementStep.State state, Instant time) {
        EngagementStep now = RoutingFixtures.engagement(driver, "command-1", state);
        return new EngagementStep(
                now.driverId(),
                now.callId(),
                now.commandId(),
                now.workId(),
                now.product(),
                now.version(),
                now.state(),
                time);
    }

    private static ActiveZones zoneAround(Position center, Instant expireTime) {
        CellBoundary boundary =
                new CellBoundary(
                        List.of(
                                new Position(center.lat() - .01, center.lng() - .01),
                                new Position(center.lat() - .01, center.lng() + .01),
                                new Position(center.lat() + .01, center.lng())));
        return new ActiveZones(
                Product.PRODUCT_DRIVER,
                "seoul",
                1,
                expireTime,
                ZoneBasis.ZONE_BASIS_ZONES,
                List.of(
                        new ActiveCell(
                                "1",
                                "8830e1d8c7fffff",
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                boundary)));
    }

    private static Position north(double degrees) {
        return new Position(ORIGIN.lat() + degrees, ORIGIN.lng());
    }

    private static HeldCallRequest held(String callId, Position origin) {
        return held(callId, origin, 10);
    }

    private static HeldCallRequest held(String callId, Position origin, int ageSeconds) {
        var message =
                RoutingFixtures.message(callId).toBuilder()
                        .setOrigin(RoutingFixtures.place(origin))
                        .setCreateTime(Timestamps.of(NOW.minusSeconds(ageSeconds)))
                        .setWaitingSince(Timestamps.of(NOW.minusSeconds(ageSeconds)))
                        .setHoldUntilTime(Timestamps.of(NOW.plusSeconds(50)))
                        .addTags("supporters:fit")
                        .build();
        return new HeldCallRequest(
                "request-" + callId,
                new RoutableCall(new CallId(callId), Product.PRODUCT_DRIVER, origin, message),
                Set.of());
    }

    private static List<String> commanded(PoolResult result) {
        return result.results().stream()
                .map(routed -> (RoutingResult.Assigned) routed)
                .map(routed -> routed.context().call().callId() + "=" + routed.command().driverId())
                .toList();
    }

    private static List<RoutingReason> reasons(PoolResult result) {
        return result.results().stream().map(RoutingResult::reason).toList();
    }
}
