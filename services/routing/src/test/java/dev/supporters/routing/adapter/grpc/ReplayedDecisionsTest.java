package dev.supporters.routing.adapter.grpc;

import static dev.supporters.routing.RoutingFixtures.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.util.JsonFormat;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.dispatch.assignment.RankingNotes;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.ExperimentArm;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.replay.ReplayCommand;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.decision.ChainedDrives;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.decision.HeldCallRequest;
import dev.supporters.routing.decision.HeldRouter;
import dev.supporters.routing.decision.HeldRouter.PoolResult;
import dev.supporters.routing.decision.RoutableCall;
import dev.supporters.routing.decision.Router;
import dev.supporters.routing.decision.RoutingResult;
import dev.supporters.routing.decision.ZoneCheck;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.PoolRanker.PoolQuestion;
import dev.supporters.routing.ranking.PoolRanker.PoolRanking;
import dev.supporters.routing.ranking.Ranker;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** What is decided here is decided again from its record alone, with the same result, whatever failed on the way. */
class ReplayedDecisionsTest {

    private static final int CALLS = 400;
    private static final Refusal LATE =
            new Refusal(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED, "late", "in time");

    private final Random random = new Random(50_001);
    private final TestClock clock = new TestClock();
    private final RegionPolicies policies = new RegionPolicies(clock);
    private final FreeSupporters supporters = RoutingFixtures.freeSupporters();

    @TempDir Path folder;

    @Test
    void everyDecisionOfANightIsTheSameAgain() throws IOException {
        // Given
        List<String> lines = new ArrayList<>();
        Set<RoutingReason> reasons = EnumSet.noneOf(RoutingReason.class);
        for (int i = 0; i < CALLS; i++) {
            RoutingFixtures.put(policies, policy(i + 1));
            begin(i % 40);
            clock.set(NOW.plusSeconds(random.nextInt(4 * 3600)));
            CallRouted record = record(router().route("r-" + i, call(i), refusers()));
            reasons.add(record.getDecision().getReason());
            lines.add(json(RoutingEvent.newBuilder().setRouted(record)));
        }
        Path file = Files.write(folder.resolve("decisions.jsonl"), lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        int status = new ReplayCommand(stream(out), stream(out)).run(List.of(file.toString()));

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain("different (")
                .endsWith("Decisions: " + CALLS + ", different: 0, not replayed: 0\n");
        assertThat(status).isZero();
        assertThat(reasons)
                .hasSizeGreaterThan(11)
                .contains(
                        RoutingReason.ROUTING_REASON_HELD,
                        RoutingReason.ROUTING_REASON_WRONG_CURRENCY,
                        RoutingReason.ROUTING_REASON_DOUBTFUL_DISTANCE,
                        RoutingReason.ROUTING_REASON_DOUBTFUL_FARE);
    }

    @Test
    void thePoolOfHeldCallsIsTheSameAgain() throws IOException {
        // Given
        RoutingFixtures.put(
                policies, RoutingFixtures.policy("seoul", 1, RoutingFixtures.SEOUL, 100));
        IntStream.range(0, 20).forEach(this::begin);
        HeldRouter pool =
                new HeldRouter(
                        policies,
                        new ZoneCheck(),
                        supporters,
                        this::rankPool,
                        order -> new AssignResult.NoneFree(),
                        new ChainedDrives(new DriveEndEstimates(), supporters),
                        clock);
        Set<String> models = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            PoolResult result = pool.route(IntStream.range(0, 30).mapToObj(this::held).toList());
            assertThat(result.pairs()).isNotEmpty();
            result.rankings().values().forEach(ranking -> models.add(ranking.model()));
            lines.add(json(RoutingEvent.newBuilder().setPool(PoolRecordMapper.record(result, 1))));
        }
        Path file = Files.write(folder.resolve("decisions.jsonl"), lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        int status = new ReplayCommand(stream(out), stream(out)).run(List.of(file.toString()));

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Ranked by random@1: 30 calls", "Ranked by nearest@1-local: 30 calls")
                .contains("The model keep@2 should have ranked and did not: LATE")
                .endsWith("Decisions: 50, different: 0, not replayed: 0\n");
        assertThat(models).containsExactlyInAnyOrder("random@1", "nearest@1-local");
        assertThat(status).isZero();
    }

    private List<PoolRanking> rankPool(List<PoolQuestion> calls) {
        if (failing(4)) {
            throw LATE;
        }
        return calls.stream()
                .map(question ->
                        new PoolRanking(
                                new Ranking(
                                        question.call().candidates().stream()
                                                .map(candidate ->
                                                        new RankedSupporter(
                                                                candidate,
                                                                random.nextInt(900),
                                                                random.nextDouble(),
                                                                OptionalDouble.of(
                                                                        random.nextDouble())))
                                                .toList(),
                                        "random@1",
                                        new RankingNotes("keep@2", "LATE", "", "", List.of())),
                                Map.of()))
                .toList();
    }

    @Test
    void aDecisionOfAnExperimentNamesItsArmAndIsTheSameAgain() throws IOException {
        // Given: in the window's first hour both versions apply
        RegionPolicy control = RoutingFixtures.policy("seoul", 2, RoutingFixtures.SEOUL, 100);
        RegionPolicy treatment = RoutingFixtures.policy("seoul", 1, RoutingFixtures.SEOUL, 0);
        RoutingFixtures.put(policies, control);
        policies.put(
                ExperimentChanged.newBuilder()
                        .setExperiment(
                                Experiment.newBuilder()
                                        .setProduct(control.product())
                                        .setRegion("seoul")
                                        .setName("far")
                                        .setControlVersion(2)
                                        .setTreatmentVersion(1)
                                        .setIntervalMinutes(30)
                                        .setFirstDate("2026-11-20")
                                        .setNights(2))
                        .setTreatment(RoutingFixtures.told(treatment))
                        .build());
        clock.set(NOW.minus(Duration.ofMinutes(30)));
        CallRouted first = record(router().route("r-1", call(1), Set.of()));
        clock.advance(Duration.ofMinutes(30));
        CallRouted second = record(router().route("r-2", call(2), Set.of()));
        List<CallRouted> records = List.of(first, second);
        List<String> lines = new ArrayList<>();
        for (CallRouted each : records) {
            lines.add(json(RoutingEvent.newBuilder().setRouted(each)));
        }
        Path file = Files.write(folder.resolve("decisions.jsonl"), lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // When
        int status = new ReplayCommand(stream(out), stream(out)).run(List.of(file.toString()));

        // Then
        assertThat(records).extracting(each -> each.getExperiment().getName()).containsOnly("far");
        assertThat(records)
                .extracting(
                        each -> each.getExperiment().getArm(),
                        each -> each.getDecision().getPolicyVersion())
                .containsExactlyInAnyOrder(
                        tuple(ExperimentArm.EXPERIMENT_ARM_CONTROL, 2L),
                        tuple(ExperimentArm.EXPERIMENT_ARM_TREATMENT, 1L));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("different: 0");
        assertThat(status).isZero();
    }

    private HeldCallRequest held(int number) {
        RoutableCall call = call(number);
        Position origin =
                new Position(
                        call.origin().lat() + (random.nextDouble() - .5) * .04,
                        call.origin().lng());
        return new HeldCallRequest(
                "r-" + number,
                new RoutableCall(
                        call.callId(),
                        call.product(),
                        origin,
                        call.message().toBuilder().addTags("supporters:fit").build()),
                Set.of());
    }

    private CallRouted record(RoutingResult routed) {
        return DecisionRecordMapper.record(routed.context(), DecisionMapper.decision(routed), 1);
    }

    private RegionPolicy policy(long version) {
        RegionPolicy plain = RoutingFixtures.policy("seoul", version, RoutingFixtures.SEOUL, 50);
        PathPolicy path =
                new PathPolicy(
                        plain.path().window(),
                        80 + random.nextInt(21),
                        Duration.ofSeconds(600 + random.nextInt(900)),
                        1 + random.nextInt(32),
                        new AssignmentPolicy(
                                random.nextBoolean()
                                        ? Optional.of(Duration.ofSeconds(1 + random.nextInt(600)))
                                        : Optional.empty(),
                                Duration.ofSeconds(random.nextInt(120)),
                                Duration.ofSeconds(random.nextBoolean() ? 60 : 0),
                                false,
                                Duration.ZERO,
                                random.nextBoolean()
                                        ? Optional.of(Duration.ofMinutes(random.nextInt(30)))
                                        : Optional.empty()),
                        failing(20) ? "USD" : "KRW",
                        new CallPolicy(
                                5,
                                random.nextBoolean() ? 200 : 0,
                                Optional.of(new Money(random.nextInt(5_000), "KRW")),
                                Optional.of(new Money(1 + random.nextInt(1_000), "KRW")),
                                random.nextBoolean() ? 200 : 0));
        return new RegionPolicy(
                plain.product(),
                plain.region(),
                version,
                plain.bounds(),
                path,
                plain.veto(),
                plain.onRefusal());
    }

    private void begin(int number) {
        DriverId driverId = new DriverId("d" + number);
        supporters.engagement(driverId, now -> now.idle(now.version() + 1, "c"));
        RoutingFixtures.begin(supporters, driverId.value(), (random.nextDouble() - .5) * .05);
    }

    private RoutableCall call(int number) {
        RoutableCall plain = RoutingFixtures.call(Integer.toString(254_137 + number));
        Instant requestTime = clock.instant().minusSeconds(random.nextInt(120));
        return new RoutableCall(
                plain.callId(),
                plain.product(),
                plain.origin(),
                plain.message().toBuilder()
                        .setCreateTime(Timestamps.of(requestTime))
                        .setDistanceMeters(random.nextInt(30_000))
                        .build());
    }

    private Set<DriverId> refusers() {
        return random.nextInt(4) == 0 ? Set.of(new DriverId("d1"), new DriverId("d2")) : Set.of();
    }

    private Router router() {
        return new Router(
                policies,
                new ZoneCheck(),
                supporters,
                call -> failing(20) ? refuse() : List.of(failing(20) ? "vip" : "supporters:fit"),
                this::rank,
                this::assign,
                new ChainedDrives(new DriveEndEstimates(), supporters),
                clock);
    }

    private Ranking rank(Ranker.Question question) {
        if (failing(4)) {
            throw LATE;
        }
        List<RankedSupporter> ranked =
                new ArrayList<>(
                        question.candidates().stream()
                                .filter(candidate -> !failing(10))
                                .map(candidate ->
                                        new RankedSupporter(
                                                candidate,
                                                random.nextInt(1500),
                                                random.nextGaussian()))
                                .toList());
        return new Ranking(ranked, "random@1");
    }

    private AssignResult assign(AssignOrder order) {
        return switch (random.nextInt(8)) {
            case 0 -> throw LATE;
            case 1 -> new AssignResult.NoneFree();
            case 2 -> new AssignResult.CallClosed();
            default -> {
                RankedSupporter taken =
                        order.candidates().get(random.nextInt(order.candidates().size()));
                yield new AssignResult.Commanded(
                        taken.driverId(), "command", taken.etaSeconds(), clock.instant());
            }
        };
    }

    private boolean failing(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private static List<String> refuse() {
        throw LATE;
    }

    private static String json(RoutingEvent.Builder event) throws IOException {
        return JsonFormat.printer().omittingInsignificantWhitespace().print(event);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
