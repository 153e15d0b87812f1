package dev.supporters.mlgateway.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.MongoException;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A tick: from what is in memory to a stored plan and its signals. */
class MovePlanningServiceTest {

    /** Where the calls are, and a place eight kilometres away. */
    private static final double BUSY = 37.5;

    private static final double QUIET = 37.43;
    private static final double LNG = 127.0;

    private final PlanningNight night = new PlanningNight();
    private final MovePlanningService planner = night.instance("one");

    @Test
    void sendsAnIdleSupporterToWhereTheCallsAre() {
        // Given
        busyNight();

        // When
        planner.tick();

        // Then
        MoveSignalled signal = onlySignal().getSignalled();
        assertThat(signal.getDriverId()).isEqualTo("7");
        assertThat(signal.getMoveId()).isEqualTo("plan-1-" + night.record().getTick() + "-7");
        assertThat(Double.parseDouble(signal.getDestination().getLat()))
                .isBetween(BUSY - .02, BUSY + .02);
        assertThat(signal.getModel()).isEqualTo("deficit@1/tonight");
        assertThat(Timestamps.instant(signal.getSignalTime())).isEqualTo(night.clock.instant());
        assertThat(Timestamps.instant(signal.getExpireTime()))
                .isAfter(night.clock.instant().plus(Duration.ofMinutes(20)))
                .isBefore(PlanningNight.END);
        assertThat(night.ticks("planned")).isEqualTo(1);
    }

    @Test
    void sendsNobodyToWhereCallsGoToGeneralDispatch() {
        // Given: the calls are outside of the zones
        busyNight();
        night.zones(7, PlanningNight.END, new Position(QUIET, LNG));

        // When
        planner.tick();

        // Then
        assertThat(night.signals()).isEmpty();
        assertThat(night.record().getInputs().getReach().getZonesVersion()).isEqualTo(7);
        assertThat(night.ticks("no_demand")).isEqualTo(1);
        assertThat(night.ticks("planned")).isZero();
    }

    @Test
    void sendsSupportersToPlacesWithinTheZonesAndByTheRegionOnceTheirPlanIsTooOld() {
        // Given
        busyNight();
        night.zones(7, night.clock.instant(), new Position(BUSY, LNG));

        // When
        planner.tick();

        // Then
        assertThat(onlySignal().getSignalled().getDriverId()).isEqualTo("7");
        night.clock.advance(Duration.ofSeconds(15));
        planner.tick();
        assertThat(night.record().getInputs().getReach().getZonesVersion()).isZero();
        assertThat(night.record().getInputs().getReach().getCellsList()).isEmpty();
    }

    @Test
    void plansOnlyForTheCallsThatTheRolloutLeavesToSupporters() {
        // Given: a tenth of the calls, and none of them
        busyNight();
        planner.tick();
        double all = night.record().getPlan().getMoves(0).getValue();
        PlanningNight tenth = new PlanningNight();
        busy(tenth, 10);
        PlanningNight nothing = new PlanningNight();
        busy(nothing, 0);

        // When
        tenth.instance("one").tick();
        nothing.instance("one").tick();

        // Then
        assertThat(tenth.record().getInputs().getReach().getRolloutPercent()).isEqualTo(10);
        assertThat(tenth.record().getPlan().getMovesList())
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.getValue()).isLessThan(all));
        assertThat(nothing.signals()).isEmpty();
        assertThat(nothing.ticks("no_demand")).isEqualTo(1);
    }

    @Test
    void tellsTheNameOfThePlace() {
        // Given
        busyNight();

        // When
        planner.tick();

        // Then
        assertThat(onlySignal().getSignalled().getDestination().getPoi()).isEqualTo("Station 37.5");
    }

    @Test
    void doesNotAskAgainBeforeTheFirstMoveIsHeardOf() {
        // Given
        busyNight();
        planner.tick();

        // When
        night.clock.advance(Duration.ofSeconds(15));
        planner.tick();

        // Then
        assertThat(night.signals()).hasSize(1);
        assertThat(night.ticks("planned")).isEqualTo(2);
    }

    @Test
    void whatIsMoreThanAPlanMayProposeWaitsForTheNextTickAndIsCounted() {
        // Given
        busyNight();
        night.begun("8", QUIET, LNG);
        night.begun("9", QUIET, LNG);
        night.mostProposals(2);
        MovePlanningService bounded = night.instance("bounded");

        // When
        bounded.tick();

        // Then
        assertThat(night.signals()).hasSize(2);
        assertThat(night.record().getInputs().getMostMoves()).isEqualTo(2);
        assertThat(night.record().getPlan().getPostponedMoves()).isEqualTo(1);
        assertThat(postponed()).isEqualTo(1);

        // When
        night.clock.advance(Duration.ofSeconds(15));
        bounded.tick();

        // Then
        assertThat(night.signals())
                .extracting(signal -> signal.getSignalled().getDriverId())
                .containsExactlyInAnyOrder("7", "8", "9");
        assertThat(postponed()).isEqualTo(1);
    }

    @Test
    void aPlannerThatMayProposeNothingDoesNotStart() {
        night.mostProposals(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> night.instance("one"))
                .withMessage("supporters.mlgateway.moves.most-proposals: 0 (expected: at least 1)");
    }

    @Test
    void asksAgainWhenNothingComesOfASignal() {
        // Given
        busyNight();
        planner.tick();

        // When
        night.clock.advance(Duration.ofMinutes(3));
        planner.tick();

        // Then
        assertThat(night.signals()).hasSize(2);
    }

    @Test
    void twoInstancesPlanATickOnce() {
        // Given
        busyNight();
        MovePlanningService other = night.instance("other");

        // When
        planner.tick();
        other.tick();

        // Then
        assertThat(night.signals()).hasSize(1);
        assertThat(night.ticks("planned")).isEqualTo(1);
        assertThat(night.ticks("other_planner")).isEqualTo(1);
    }

    @Test
    void whoTakesOverDoesNotPlanAPlannedTickAgain() {
        // Given
        busyNight();
        planner.tick();
        night.leases.react("DRIVER/seoul", "", (present, version) -> Optional.of(over()));

        // When
        night.instance("other").tick();

        // Then
        assertThat(night.signals()).hasSize(1);
        assertThat(night.ticks("repeated")).isEqualTo(1);
    }

    @Test
    void aPlannerThatDiesBeforeItStoresLeavesNothing() {
        // Given
        busyNight();
        MovePlanningService dying =
                night.instance("dying", new FailingStore("DRIVER/seoul", night.plans));

        // When
        dying.tick();

        // Then
        assertThat(night.ticks("failed")).isEqualTo(1);
        assertThat(night.signals()).isEmpty();

        // When: the other takes over
        night.clock.advance(Duration.ofSeconds(60));
        planner.tick();

        // Then
        assertThat(night.signals()).hasSize(1);
    }

    @Test
    void oneRegionThatFailsDoesNotKeepTheOthersFromBeingPlanned() {
        // Given
        busyNight();
        night.put(
                PlanningNight.policy()
                        .setRegion("a")
                        .setBounds(new RegionBounds(35, 128, 36, 129).toProto())
                        .build());
        MovePlanningService one = night.instance("one", new FailingStore("DRIVER/a", night.plans));

        // When
        one.tick();

        // Then
        assertThat(night.ticks("failed")).isEqualTo(1);
        assertThat(night.ticks("planned")).isEqualTo(1);
    }

    @Test
    void doesNothingWithoutAPolicyThatWantsIt() {
        // Given
        busyNight();
        night.put(PlanningNight.policy().setVersion(8).clearMoves().build());

        // When
        planner.tick();

        // Then
        assertThat(night.signals()).isEmpty();
        assertThat(night.ticks("planned")).isZero();
        assertThat(night.meters.get("supporters_mlgateway_supporters_to_plan").gauge().value())
                .isZero();
    }

    @Test
    void doesNothingOutsideTheWindow() {
        // Given
        busyNight();
        night.clock.set(PlanningNight.END);

        // When
        planner.tick();

        // Then
        assertThat(night.ticks("planned")).isZero();
    }

    @Test
    void plansNothingForNobody() {
        // Given
        night.put(PlanningNight.policy().build());
        night.calls(20, BUSY, LNG);

        // When
        planner.tick();

        // Then
        assertThat(night.signals()).isEmpty();
        assertThat(night.ticks("planned")).isEqualTo(1);
    }

    @Test
    void aForecastOfZeroEverywhereIsAPlanInWhichNobodyIsSentAnywhereAndCountedAsThat() {
        // Given
        night.put(PlanningNight.policy().build());
        night.begun("7", QUIET, LNG);
        night.shiftStep("7", 2, WorkStep.State.RESTING);
        night.shiftStep("7", 3, WorkStep.State.WORKING);

        // When
        planner.tick();

        // Then
        assertThat(night.signals()).isEmpty();
        assertThat(night.record().getPlan().getMovesList()).isEmpty();
        assertThat(night.ticks("no_demand")).isEqualTo(1);
        assertThat(night.ticks("planned")).isZero();
    }

    @Test
    void plansNothingForThoseWhoRestOrAreEngaged() {
        // Given
        busyNight();
        night.shiftStep("7", 2, WorkStep.State.RESTING);
        night.begun("8", QUIET, LNG);
        night.engaged("8", 1, EngagementStep.State.COMMANDED);
        night.begun("9", QUIET, LNG);
        night.engaged("9", 1, EngagementStep.State.DRIVING);

        // When
        planner.tick();

        // Then
        assertThat(night.signals()).isEmpty();
        assertThat(night.ticks("planned")).isEqualTo(1);
    }

    @Test
    void advisesRestsWithoutMovesIfThePolicySaysSo() {
        // Given
        busyNight();
        for (int i = 0; i < 200; i++) {
            night.begun("d" + i, QUIET, LNG);
        }
        night.put(
                PlanningNight.policy()
                        .setVersion(8)
                        .setMoves(PolicyDefaults.moves().toProto().toBuilder().setEnabled(false))
                        .build());

        // When
        planner.tick();

        // Then
        assertThat(night.signals()).isNotEmpty().allMatch(MoveSignalEvent::hasRestAdvised);
        assertThat(
                        night.meters
                                .counter("supporters_mlgateway_signals_total", "kind", "rest")
                                .count())
                .isEqualTo(night.signals().size());
    }

    private void busyNight() {
        busy(night, 100);
    }

    private static void busy(PlanningNight night, int rolloutPercent) {
        night.put(
                PlanningNight.policy()
                        .setMoves(PolicyDefaults.moves().toProto().toBuilder().setRestAdvice(false))
                        .setRolloutPercent(rolloutPercent)
                        .build());
        night.begun("7", QUIET, LNG);
        night.calls(20, BUSY, LNG);
    }

    private double postponed() {
        return night.meters.counter("supporters_mlgateway_moves_postponed_total").count();
    }

    private MoveSignalEvent onlySignal() {
        assertThat(night.signals()).hasSize(1);
        return night.signals().getFirst();
    }

    private Change<PlannerLease> over() {
        return new Change<>(
                new PlannerLease("one", night.clock.instant().minusSeconds(10)), List.of());
    }

    /** A store that is away when plans of some regions are stored. */
    private record FailingStore(String prefix, AggregateStore<MovePlanRecord> others)
            implements AggregateStore<MovePlanRecord> {

        @Override
        public Optional<Versioned<MovePlanRecord>> find(String id) {
            return others.find(id);
        }

        @Override
        public List<Versioned<MovePlanRecord>> findAll(Collection<String> ids) {
            return others.findAll(ids);
        }

        @Override
        public List<Versioned<MovePlanRecord>> query(Query query) {
            return others.query(query);
        }

        @Override
        public Optional<Versioned<MovePlanRecord>> react(
                String id, String cause, ChangeDecision<MovePlanRecord> decision) {
            if (id.startsWith(prefix)) {
                throw new MongoException("the store is away");
            }
            return others.react(id, cause, decision);
        }
    }
}
