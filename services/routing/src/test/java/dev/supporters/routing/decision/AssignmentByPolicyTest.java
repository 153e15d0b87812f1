package dev.supporters.routing.decision;

import static dev.supporters.routing.RoutingFixtures.begin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.DriverTagRule;
import dev.supporters.contract.EngagementStep;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.StraightLineEstimate;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.FreeSupporters.Unfit;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the policy's part about assignment changes. */
class AssignmentByPolicyTest {

    private final TestClock clock = new TestClock();
    private final RegionPolicies policies = new RegionPolicies(clock);
    private final FreeSupporters supporters = RoutingFixtures.freeSupporters();
    private final DriveEndEstimates drives = new DriveEndEstimates();
    private final List<AssignOrder> orders = new ArrayList<>();
    private DriverAssigner assigner =
            order -> {
                var first = order.candidates().getFirst();
                return new AssignResult.Commanded(
                        first.driverId(),
                        "command-" + order.call().callId(),
                        first.etaSeconds(),
                        clock.instant());
            };

    @BeforeEach
    void openANight() {
        begin(supporters, "near", .001);
        begin(supporters, "middle", .005);
        begin(supporters, "far", .01);
    }

    @Test
    void aNewCallIsOfferedToNearOnesOnlyAndAnOlderOneToAll() {
        // Given: the far one needs 581 s
        RoutingFixtures.put(
                policies,
                RoutingFixtures.policy(
                        5,
                        new AssignmentPolicy(
                                Optional.of(Duration.ofMinutes(7)),
                                Duration.ofSeconds(90),
                                Duration.ZERO,
                                false,
                                Duration.ZERO,
                                Optional.empty())));

        // Then
        assertThat(drivers(router().route("r", call("1", 0), Set.of())))
                .containsExactly("near", "middle");
        assertThat(drivers(router().route("r", call("2", 90), Set.of())))
                .containsExactly("middle", "far");
    }

    @Test
    void whoWouldDriveFarBeyondTheEndOfTheWindowComesLast() {
        // Given: their window ends in 2 minutes, and the far one needs 581 s
        RoutingFixtures.put(
                policies,
                RoutingFixtures.policy(
                        5,
                        new AssignmentPolicy(
                                Optional.empty(),
                                Duration.ZERO,
                                Duration.ZERO,
                                false,
                                Duration.ZERO,
                                Optional.of(Duration.ofMinutes(5)))));
        clock.set(RoutingFixtures.WINDOW_END.minusSeconds(120));

        // When
        RoutingResult routed = router().route("r", call("1", 0), Set.of());

        // Then: everybody is offered the call, and the record says who would be too late
        assertThat(drivers(routed)).containsExactly("near", "middle", "far");
        assertThat(routed.context().offer().filters())
                .containsExactly(
                        CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED,
                        CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED,
                        CandidateFilter.CANDIDATE_FILTER_SHIFT_END);
    }

    @Test
    void tagsOfDriversAndCallsDecideWhoIsACandidateIfThePolicySaysSo() {
        // Given
        tag("near", "new");
        tag("far", "senior");
        RoutingFixtures.put(
                policies,
                RoutingFixtures.policy(
                        5,
                        tagging(
                                new DriverTagRule("supporters:fit", "senior", false),
                                new DriverTagRule("vip", "nobody-has-it", false))));

        // When
        RoutingResult routed = route("1");

        // Then
        assertThat(drivers(routed)).containsExactly("far");
        assertThat(routed.context().unfit())
                .extracting(unfit -> unfit.supporter().driverId().value(), Unfit::filter)
                .containsExactly(
                        tuple("near", CandidateFilter.CANDIDATE_FILTER_TAGS),
                        tuple("middle", CandidateFilter.CANDIDATE_FILTER_TAGS));
    }

    @Test
    void aTagThatThePolicyForbidsKeepsADriverFromAllCalls() {
        // Given
        tag("near", "blocked:supporters");

        // When
        RoutingFixtures.put(
                policies,
                RoutingFixtures.policy(
                        5, tagging(new DriverTagRule("", "blocked:supporters", true))));
        List<String> forbidden = drivers(route("1"));
        RoutingFixtures.put(policies, RoutingFixtures.policy(6, tagging()));
        List<String> allowed = drivers(route("2"));

        // Then
        assertThat(forbidden).doesNotContain("near").contains("middle");
        assertThat(allowed).contains("near");
    }

    private void tag(String driverId, String tag) {
        supporters.tags(new DriverId(driverId), Set.of(tag));
    }

    private static AssignmentPolicy tagging(DriverTagRule... rules) {
        return new AssignmentPolicy(
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                false,
                Duration.ZERO,
                Optional.empty(),
                List.of(rules));
    }

    @Test
    void holdsACallThatFindsNobodyIfThePolicySaysSo() {
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, holding()));
        for (String driverId : List.of("near", "middle", "far")) {
            supporters.engagement(new DriverId(driverId), now -> now.busy(2, "c-" + driverId));
        }

        // When
        RoutingResult routed = route("1");

        // Then
        assertThat(routed)
                .isEqualTo(
                        new RoutingResult.Held(routed.context(), clock.instant().plusSeconds(60)));
        assertThat(orders).isEmpty();
    }

    @Test
    void aCallThatIsOlderThanTheHoldIsNotHeld() {
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, holding()));
        assigner = order -> new AssignResult.NoneFree();
        var plain = RoutingFixtures.call("1");
        var old =
                new RoutableCall(
                        plain.callId(),
                        plain.product(),
                        plain.origin(),
                        plain.message().toBuilder()
                                .setCreateTime(Timestamps.of(clock.instant().minusSeconds(60)))
                                .build());

        assertThat(router().route("r", old, Set.of()).reason())
                .isEqualTo(RoutingReason.ROUTING_REASON_ALL_TAKEN);
        assertThat(route("2").reason()).isEqualTo(RoutingReason.ROUTING_REASON_HELD);
    }

    @Test
    void notesWhoStillDrivesAndCouldComeNextButCommandsNobodyWhoDrives() {
        // Given: the first call goes to the nearest one, whose drive begins
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        router().route("request-1", callToANearPlace(), Set.of());
        drives.apply(RoutingFixtures.engagement("near", "command-1", EngagementStep.State.DRIVING));

        // When
        RoutingResult second = route("2");

        // Then
        assertThat(second.context().chained())
                .extracting(chained -> chained.driverId().value())
                .containsExactly("near");
        assertThat(second.context().candidates())
                .extracting(candidate -> candidate.driverId().value())
                .containsExactly("middle", "far");
    }

    @Test
    void nothingIsNotedOfADriveThatHasEndedOrWithoutChaining() {
        // Given
        RoutingFixtures.put(policies, RoutingFixtures.policy(5, chaining()));
        router().route("request-1", callToANearPlace(), Set.of());
        drives.apply(RoutingFixtures.engagement("near", "command-1", EngagementStep.State.DRIVING));

        // Then
        RoutingFixtures.put(
                policies, RoutingFixtures.policy("seoul", 6, RoutingFixtures.SEOUL, 100));
        assertThat(route("2").context().chained()).isEmpty();
        RoutingFixtures.put(policies, RoutingFixtures.policy(7, chaining()));
        assertThat(route("3").context().chained()).isNotEmpty();
        drives.apply(
                RoutingFixtures.engagement("near", "command-1", EngagementStep.State.COMPLETED));
        assertThat(route("4").context().chained()).isEmpty();
    }

    private static RoutableCall callToANearPlace() {
        RoutableCall plain = RoutingFixtures.call("1");
        return new RoutableCall(
                plain.callId(),
                plain.product(),
                plain.origin(),
                plain.message().toBuilder().setDestination(plain.message().getOrigin()).build());
    }

    private static AssignmentPolicy holding() {
        return new AssignmentPolicy(
                Optional.empty(),
                Duration.ZERO,
                Duration.ofSeconds(60),
                false,
                Duration.ZERO,
                Optional.empty());
    }

    private static AssignmentPolicy chaining() {
        return new AssignmentPolicy(
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                true,
                Duration.ofMinutes(10),
                Optional.empty());
    }

    private static RoutableCall call(String callId, int age) {
        RoutableCall plain = RoutingFixtures.call(callId);
        return new RoutableCall(
                plain.callId(),
                plain.product(),
                plain.origin(),
                plain.message().toBuilder()
                        .setCreateTime(Timestamps.of(RoutingFixtures.NOW.minusSeconds(age)))
                        .build());
    }

    private static List<String> drivers(RoutingResult routed) {
        return routed.context().candidates().stream()
                .map(candidate -> candidate.driverId().value())
                .toList();
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
        return new Router(
                policies,
                new ZoneCheck(),
                supporters,
                call -> List.of("supporters:fit"),
                question ->
                        new Ranking(
                                StraightLineEstimate.rank(
                                        question.candidates(), question.origin(), false),
                                "nearest@1"),
                recorded,
                new ChainedDrives(drives, supporters),
                clock);
    }
}
