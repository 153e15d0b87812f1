package dev.supporters.mlgateway.moves;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.ActiveCell;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CellBoundary;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.mlgateway.adapter.mongo.MovePlanStores;
import dev.supporters.mlgateway.forecast.ObservedCalls;
import dev.supporters.mlgateway.forecast.RegionForecasts;
import dev.supporters.mlgateway.forecast.RegionalPolicies;
import dev.supporters.mlgateway.forecast.TestForecasts;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A region's Friday night, in memory: supporters, calls, and instances that plan. */
final class PlanningNight {

    static final Product DRIVER = Product.PRODUCT_DRIVER;
    static final String SEOUL = "seoul";
    static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    static final Instant END = BEGIN.plus(Duration.ofHours(4));

    final TestClock clock = new TestClock(BEGIN.plus(Duration.ofMinutes(30)));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final RegionalPolicies policies = new RegionalPolicies(clock);
    final ObservedCalls calls = new ObservedCalls();
    final FleetProjection fleet = new FleetProjection();
    final ZonesInForce zones = new ZonesInForce();
    final NamedPlaces names =
            new NamedPlaces(
                    List.of(new NamedPlaces.NamedPlace("Station 37.5", new Position(37.5, 127))));
    final InMemoryAggregateStore<PlannerLease> leases =
            new InMemoryAggregateStore<>(MovePlanStores.LEASES);
    final InMemoryAggregateStore<MovePlanRecord> plans =
            new InMemoryAggregateStore<>(MovePlanStores.PLANS);
    final RegionForecasts forecasts;
    private int callCount;
    private int mostProposals = 200;

    PlanningNight(Optional<Path> histories) {
        forecasts = TestForecasts.of(policies, histories, calls, clock, meters);
    }

    PlanningNight() {
        this(Optional.empty());
    }

    static Policy.Builder policy() {
        return PolicyDefaults.policy()
                .setProduct(DRIVER)
                .setRegion(SEOUL)
                .setVersion(7)
                .setRolloutPercent(100)
                .setBounds(new RegionBounds(37.4, 126.7, 37.7, 127.2).toProto())
                .setMoves(PolicyDefaults.moves().toProto());
    }

    /** As many moves at most in one plan. */
    void mostProposals(int most) {
        mostProposals = most;
    }

    MovePlanningService instance(String name) {
        return instance(name, plans);
    }

    MovePlanningService instance(String name, AggregateStore<MovePlanRecord> itsPlans) {
        TestConfig config = new TestConfig(mostProposals);
        return new MovePlanningService(
                policies,
                forecasts,
                new PlanInputsCollector(fleet, zones, config),
                names,
                new LeaseService(
                        leases,
                        name,
                        new PlannerLease.LeaseTerms(config.lease(), config.skew()),
                        clock),
                itsPlans,
                new MovePlanMetrics(meters),
                config,
                clock,
                name);
    }

    /** A plan of zones with the cells of these places. */
    void zones(long version, Instant expireTime, Position... places) {
        DemandCells cells = new DemandCells();
        zones.put(
                new ActiveZones(
                        DRIVER,
                        SEOUL,
                        version,
                        expireTime,
                        ZoneBasis.ZONE_BASIS_ZONES,
                        Stream.of(places)
                                .map(cells::cell)
                                .distinct()
                                .map(cell ->
                                        new ActiveCell(
                                                "1",
                                                Long.toHexString(cell),
                                                0,
                                                Optional.empty(),
                                                Optional.empty(),
                                                new CellBoundary(cells.boundary(cell))))
                                .toList()));
    }

    void begun(String driver, double lat, double lng) {
        fleet.begun(
                shift(driver, 1, WorkStep.State.WORKING), END, Optional.of(new Position(lat, lng)));
    }

    void shiftStep(String driver, long version, WorkStep.State state) {
        fleet.next(shift(driver, version, state));
    }

    void engaged(String driver, long version, EngagementStep.State state) {
        fleet.engaged(
                new EngagementStep(
                        new DriverId(driver),
                        new CallId("1"),
                        "command",
                        workId(driver),
                        DRIVER,
                        version,
                        state,
                        clock.instant()));
    }

    void calls(int count, double lat, double lng) {
        for (int i = 0; i < count; i++) {
            CallId callId = new CallId("c" + callCount++);
            Position origin = new Position(lat, lng);
            calls.requested(callId, DRIVER, origin, BEGIN.plusSeconds(60));
        }
    }

    double ticks(String result) {
        return meters.counter("supporters_mlgateway_move_plans_total", "result", result).count();
    }

    List<MoveSignalEvent> signals() {
        return plans.published().stream()
                .map(Event::payload)
                .map(MoveSignalEvent.class::cast)
                .toList();
    }

    MovePlanRecord record() {
        return plans.find("DRIVER/seoul/" + clock.instant().toEpochMilli() / 15_000)
                .orElseThrow()
                .value();
    }

    private WorkStep shift(String driver, long version, WorkStep.State state) {
        return new WorkStep(
                new DriverId(driver), workId(driver), DRIVER, SEOUL, version, state, BEGIN);
    }

    private static WorkId workId(String driver) {
        return WorkId.of(new DriverId(driver), DRIVER, LocalDate.of(2026, 11, 20));
    }

    /** As the defaults are, but for the bound. */
    record TestConfig(int mostProposals) implements MovePlanningConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(45);
        }

        @Override
        public Duration skew() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration slack() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration adviceLasts() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Optional<String> places() {
            return Optional.empty();
        }

        @Override
        public Duration lookBack() {
            return Duration.ofHours(12);
        }
    }

    void put(Policy policy) {
        policies.put(PolicyPut.newBuilder().setPolicy(policy).build());
    }
}
