package dev.supporters.routing.decision;

import static dev.supporters.routing.RoutingFixtures.ORIGIN;
import static dev.supporters.routing.RoutingFixtures.begin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.ranking.Ranker;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class RouterTest {

    private static final Refusal LATE =
            new Refusal(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED, "late", "in time");

    /** Distances up to double or half of the estimate, fares up to half as much again as 5,000 won and 1,000 won for each kilometre. */
    private static final CallPolicy BELIEVED =
            new CallPolicy(
                    5,
                    100,
                    Optional.of(new Money(5_000, "KRW")),
                    Optional.of(new Money(1_000, "KRW")),
                    50);

    private final TestClock clock = new TestClock();
    private final RegionPolicies policies = new RegionPolicies(clock);
    private final FreeSupporters supporters = RoutingFixtures.freeSupporters();
    private final ChainedDrives chaining = new ChainedDrives(new DriveEndEstimates(), supporters);
    private final List<AssignOrder> orders = new ArrayList<>();
    private Tagger tagger = call -> List.of("supporters:fit", "vip");
    private Ranker ranker =
            question ->
                    new Ranking(
                            question.candidates().reversed().stream()
                                    .map(candidate -> new RankedSupporter(candidate, 600, .5))
                                    .toList(),
                            "reversed@1");
    private DriverAssigner assigner =
            order -> {
                RankedSupporter first = order.candidates().getFirst();
                Instant deadline = clock.instant().plus(order.policy().veto());
                return new AssignResult.Commanded(
                        first.driverId(), "command-1", first.etaSeconds(), deadline);
            };

    private final ZoneCheck zones = new ZoneCheck();

    @BeforeEach
    void openANight() {
        RoutingFixtures.put(
                policies, RoutingFixtures.policy("seoul", 4, RoutingFixtures.SEOUL, 100));
        begin(supporters, "near", .001);
        begin(supporters, "middle", .005);
        begin(supporters, "far", .01);
    }

    @Test
    void commandsTheCallToTheBestRanked() {
        // When
        RoutingResult routed = route("1");

        // Then
        assertThat(routed)
                .isEqualTo(
                        new RoutingResult.Assigned(
                                routed.context(),
                                new AssignResult.Commanded(
                                        new DriverId("far"),
                                        "command-1",
                                        600,
                                        clock.instant().plusSeconds(5))));
        assertThat(routed.reason()).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
        assertThat(routed.context().region()).isEqualTo("seoul");
        assertThat(routed.context().policyVersion()).isEqualTo(4);
        assertThat(routed.context().model()).isEqualTo("reversed@1");
        assertThat(routed.context().tags()).containsExactly("supporters:fit", "vip");
        assertThat(routed.context().candidates())
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("far", "middle", "near");
        assertThat(orders)
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.requestId()).isEqualTo("request-1");
                    assertThat(order.policy().version()).isEqualTo(4);
                });
    }

    @Test
    void doesNotOfferASupporterWhomItHasJustCommanded() {
        // Given
        route("1");

        // When
        RoutingResult second = route("2");

        // Then
        assertThat(second.context().candidates())
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("middle", "near");
    }

    @Test
    void leavesOutThoseWhoRefusedTheCall() {
        // When
        RoutingResult routed =
                router().route(
                                "request-1",
                                RoutingFixtures.call("1"),
                                Set.of(new DriverId("far"), new DriverId("middle")));

        // Then
        assertThat(routed.context().candidates())
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("near");
    }

    @Test
    void ranksNoMoreThanThePolicySays() {
        // Given
        begin(supporters, "farthest", .011);

        // When
        RoutingResult routed = route("1");

        // Then
        assertThat(routed.context().candidates())
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("far", "middle", "near");
    }

    @Test
    void goesToGeneralDispatchWhereNoPolicyIs() {
        RoutingFixtures.put(
                policies,
                RoutingFixtures.policy("seoul", 5, new RegionBounds(35, 128, 36, 129), 100));

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_NO_POLICY);
    }

    @Test
    void goesToGeneralDispatchOutsideOfTheWindow() {
        clock.set(RoutingFixtures.WINDOW_END);

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_WINDOW_CLOSED);
    }

    @Test
    void goesToGeneralDispatchWhenTheRolloutExcludesIt() {
        RoutingFixtures.put(policies, RoutingFixtures.policy("seoul", 5, RoutingFixtures.SEOUL, 0));

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_ROLLED_OUT_NOT);
    }

    @Test
    void goesToGeneralDispatchFromOutsideTheActiveZones() {
        // Given
        zones.put(
                new ActiveZones(
                        Product.PRODUCT_DRIVER,
                        "seoul",
                        1,
                        clock.instant().plusSeconds(300),
                        ZoneBasis.ZONE_BASIS_ZONES,
                        List.of()));

        // Then
        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_OUTSIDE_ZONE);
        assertThat(route("1").context().outside()).isTrue();
        clock.advance(Duration.ofMinutes(6));
        assertThat(route("1").reason()).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
    }

    @Test
    void theClosedWindowCountsBeforeTheRollout() {
        RoutingFixtures.put(policies, RoutingFixtures.policy("seoul", 5, RoutingFixtures.SEOUL, 0));
        clock.set(RoutingFixtures.WINDOW_END);

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_WINDOW_CLOSED);
    }

    @Test
    void goesToGeneralDispatchWithoutTagging() {
        tagger =
                call -> {
                    throw LATE;
                };

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE);
    }

    @Test
    void goesToGeneralDispatchWhenItIsNotFit() {
        tagger = call -> List.of("long-distance");

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_NOT_FIT);
    }

    @Test
    void goesToGeneralDispatchWhenItsFareOrDistanceCannotBeBelieved() {
        // Given 17.7 km by road, about 23,000 won
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, BELIEVED));

        // When and then
        assertThat(reason(23_000, "KRW", 18_000)).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
        assertThat(reason(23_000, "KRW", 36_000))
                .isEqualTo(RoutingReason.ROUTING_REASON_DOUBTFUL_DISTANCE);
        assertThat(reason(90_000, "KRW", 18_000))
                .isEqualTo(RoutingReason.ROUTING_REASON_DOUBTFUL_FARE);
        assertThat(reason(2_300, "USD", 18_000))
                .isEqualTo(RoutingReason.ROUTING_REASON_WRONG_CURRENCY);
    }

    @Test
    void asksNobodyAboutACallThatCannotBeBelieved() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, BELIEVED));
        tagger =
                call -> {
                    throw new AssertionError("tagging was asked");
                };

        // When
        reason(2_300, "USD", 18_000);

        // Then
        assertThat(orders).isEmpty();
    }

    @Test
    void aStopoverMakesTheWayLonger() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, BELIEVED));
        RoutableCall direct = RoutingFixtures.call("1", 40_000, "KRW", 36_000);
        RoutableCall overNorth =
                new RoutableCall(
                        direct.callId(),
                        direct.product(),
                        direct.origin(),
                        direct.message().toBuilder()
                                .setStopover(RoutingFixtures.place(new Position(37.5779, 127.0276)))
                                .build());

        // When and then
        assertThat(router().route("r1", direct, Set.of()).reason())
                .isEqualTo(RoutingReason.ROUTING_REASON_DOUBTFUL_DISTANCE);
        assertThat(router().route("r2", overNorth, Set.of()).reason())
                .isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
    }

    @Test
    void goesToGeneralDispatchWhenNobodyIsNear() {
        for (String driverId : List.of("near", "middle", "far")) {
            supporters.engagement(new DriverId(driverId), now -> now.busy(2, "c-" + driverId));
        }
        begin(supporters, "away", .2);

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_NO_SUPPORTER);
    }

    @Test
    void goesToGeneralDispatchWhenTheModelExpectsNobodyInTime() {
        ranker =
                question ->
                        new Ranking(
                                question.candidates().stream()
                                        .map(candidate -> new RankedSupporter(candidate, 1201, 0))
                                        .toList(),
                                "slow@1");

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_NO_SUPPORTER);
    }

    @Test
    void keepsThoseWhomTheModelExpectsInTime() {
        ranker =
                question ->
                        new Ranking(
                                List.of(
                                        new RankedSupporter(question.candidates().get(0), 1201, 1),
                                        new RankedSupporter(
                                                question.candidates().get(1), 1200, .5)),
                                "picky@1");

        assertThat(route("1").context().candidates())
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("middle");
    }

    @Test
    void ranksByTheStraightLineWithoutTheModel() {
        ranker =
                question -> {
                    throw LATE;
                };

        // When
        RoutingResult routed = route("1");

        // Then
        assertThat(routed.reason()).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
        assertThat(routed.context().model()).isEqualTo("nearest@1-local");
        assertThat(routed.context().candidates())
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("near", "middle", "far");
    }

    @Test
    void goesToGeneralDispatchWithoutTheCommander() {
        assigner =
                order -> {
                    throw LATE;
                };

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_COMMANDER_UNAVAILABLE);
    }

    @Test
    void goesToGeneralDispatchWhenAllWereTakenInBetween() {
        assigner = order -> new AssignResult.NoneFree();

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_ALL_TAKEN);
    }

    @Test
    void goesToGeneralDispatchWhenTheCallIsClosed() {
        assigner = order -> new AssignResult.CallClosed();

        goesToGeneralDispatch(RoutingReason.ROUTING_REASON_CALL_CLOSED);
    }

    @Test
    void doesNotKnowAPolicyOfAnotherProduct() {
        var call =
                new RoutableCall(
                        new CallId("1"),
                        Product.PRODUCT_UNSPECIFIED,
                        ORIGIN,
                        RoutingFixtures.message("1"));

        assertThat(router().route("r", call, Set.of()).reason())
                .isEqualTo(RoutingReason.ROUTING_REASON_NO_POLICY);
    }

    private RoutingReason reason(long fare, String currency, int meters) {
        return router().route("r", RoutingFixtures.call("1", fare, currency, meters), Set.of())
                .reason();
    }

    private void goesToGeneralDispatch(RoutingReason reason) {
        RoutingResult routed = route("1");
        assertThat(routed).isEqualTo(new RoutingResult.General(routed.context(), reason));
    }

    private RoutingResult route(String callId) {
        return router().route("request-" + callId, RoutingFixtures.call(callId), Set.of());
    }

    private Router router() {
        DriverAssigner recorded =
                order -> {
                    orders.add(order);
                    return assigner.assign(order);
                };
        return new Router(policies, zones, supporters, tagger, ranker, recorded, chaining, clock);
    }
}
