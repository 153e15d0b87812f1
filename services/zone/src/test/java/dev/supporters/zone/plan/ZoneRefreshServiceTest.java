package dev.supporters.zone.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.zone.ZonePlan.Basis;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.zone.SampleZones;
import dev.supporters.zone.adapter.mongo.ZoneStores;
import dev.supporters.zone.demand.DemandEstimator;
import dev.supporters.zone.demand.RegionHistories;
import dev.supporters.zone.demand.TonightsCalls;
import dev.supporters.zone.demand.ZoneShifts;
import dev.supporters.zone.region.ZoneKey;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ZoneRefreshServiceTest {

    private final TestClock clock = new TestClock();
    private final InMemoryAggregateStore<PlannedZones> zones =
            new InMemoryAggregateStore<>(ZoneStores.ZONES);
    private final ZoneMessages messages = new ZoneMessages(SampleZones.GRID);
    private final ZonePlanRepository plans =
            ZoneStores.repository(zones, new InMemoryAggregateStore<>(ZoneStores.PLANS), messages);
    private final TonightsCalls calls = new TonightsCalls();
    private final ZoneShifts shifts = new ZoneShifts();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ZonePlanner planner = new ZonePlanner(SampleZones.GRID);
    private final ZoneRefreshService service = process();

    @Test
    void plansEachMinuteOfTheWindow() {
        // Given
        request(4);

        // When
        service.refresh(SampleZones.terms(SampleZones.RULES));
        clock.advance(Duration.ofSeconds(59));
        service.refresh(SampleZones.terms(SampleZones.RULES));
        clock.advance(Duration.ofSeconds(1));
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then
        assertThat(told()).extracting(Zones::getVersion).containsExactly(1L, 2L);
        assertThat(told().getLast().getPlanTime()).isEqualTo(Timestamps.of(clock.instant()));
        assertThat(told().getLast().getExpireTime())
                .isEqualTo(Timestamps.of(clock.instant().plusSeconds(310)));
        assertThat(refreshes("zones")).isEqualTo(2);
    }

    @Test
    void doesNotPlanWhileNobodyCanBegin() {
        // Given
        clock.set(TestClock.FRIDAY_NIGHT.minus(Duration.ofHours(2)));
        request(4);

        // When
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void anotherProcessDoesNotPlanTheSameMinute() {
        // Given
        request(4);
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // When
        process().refresh(SampleZones.terms(SampleZones.RULES));

        // Then
        assertThat(told()).hasSize(1);
    }

    @Test
    void aPlannerThatDiesBeforeItStoresLeavesNothingAndAnotherPlans() {
        // Given
        request(4);
        ZoneRefreshService dying = process(new FailingRepository(plans));

        // When
        assertThatThrownBy(() -> dying.refresh(SampleZones.terms(SampleZones.RULES)))
                .hasMessage("the store is away");

        // Then
        assertThat(refreshes("failed")).isEqualTo(1);
        assertThat(told()).isEmpty();
        assertThat(plans.newest(SampleZones.SEOUL)).isEmpty();

        // When
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then
        assertThat(told()).extracting(Zones::getVersion).containsExactly(1L);
    }

    @Test
    void takesTheRegionAndSaysSoWhileNothingIsKnown() {
        // When
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then
        assertThat(plans.newest(SampleZones.SEOUL))
                .hasValueSatisfying(newest ->
                        assertThat(newest.value().plan().basis()).isEqualTo(Basis.NO_FORECAST));
        assertThat(told().getFirst().getForecastVersion()).isEqualTo("none");
        assertThat(refreshes("region")).isOne();
    }

    @Test
    void saysOnceThatZonesWereSwitchedOff() {
        // Given
        service.refresh(SampleZones.terms(ZoneRules.OFF));
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        request(4);
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // When
        for (int minute = 0; minute < 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            service.refresh(SampleZones.terms(ZoneRules.OFF));
        }

        // Then
        assertThat(plans.newest(SampleZones.SEOUL))
                .hasValueSatisfying(newest ->
                        assertThat(newest.value().plan().basis()).isEqualTo(Basis.SWITCHED_OFF));
        assertThat(told()).hasSize(2);
    }

    @Test
    void tellsWhatACompletedCallCostsEachMinuteAlsoWithoutZones() {
        // Given
        service.refresh(SampleZones.terms(ZoneRules.OFF));
        shifts.apply(begun(7, ""));

        // When
        for (int minute = 0; minute < 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            service.refresh(SampleZones.terms(ZoneRules.OFF));
        }

        // Then
        assertThat(told())
                .hasSize(3)
                .allSatisfy(zones -> {
                    assertThat(zones.getBasis()).isEqualTo(ZoneBasis.ZONE_BASIS_SWITCHED_OFF);
                    assertThat(zones.getZonesList()).isEmpty();
                    assertThat(zones.getWagePerCall().getAmount()).isPositive();
                });
    }

    @Test
    void tellsWhoIsInAZoneAndWhatThatCosts() {
        // Given
        request(2);
        service.refresh(SampleZones.terms(SampleZones.RULES));
        for (int driver = 1; driver <= 5; driver++) {
            shifts.apply(begun(driver, "1"));
        }
        shifts.apply(begun(6, ""));
        shifts.apply(ended(5));

        // When
        clock.advance(Duration.ofMinutes(1));
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then
        Zone zone = told().getLast().getZones(0);
        assertThat(zone.getOccupancy()).isEqualTo(4);
        assertThat(zone.getCapacity()).isEqualTo(30);
        assertThat(zone.getDemand()).isEqualTo(2 * (2 + 2.0 / 6) / 2);
        // four supporters until 01:00; they can serve the four calls under way and 1.2 an hour
        double wage = 4 * 3.5 * 14_000;
        double calls = 4 + 4 * (209 / 60.0) * 1.2;
        assertThat(zone.getWagePerCall())
                .isEqualTo(
                        Money.newBuilder()
                                .setAmount((long) Math.ceil(wage / calls))
                                .setCurrency("KRW")
                                .build());
        assertThat(zone.getOverWageBound()).isFalse();
    }

    @Test
    void closesAZoneToBeginsAboveTheWageBound() {
        // Given
        request(2);
        service.refresh(SampleZones.terms(SampleZones.RULES));
        for (int driver = 1; driver <= 10; driver++) {
            shifts.apply(begun(driver, "1"));
        }

        // When
        clock.advance(Duration.ofMinutes(1));
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then
        Zone zone = told().getLast().getZones(0);
        assertThat(zone.getOverWageBound()).isTrue();
        assertThat(zone.getNextWagePerCall().getAmount()).isGreaterThan(20_000);
        assertThat(zone.getMaxWagePerCall())
                .isEqualTo(Money.newBuilder().setAmount(20_000).setCurrency("KRW").build());
    }

    @Test
    void tellsHowManyMayBeginUntilTheWageBoundIsPassed() {
        // Given
        request(2);
        service.refresh(SampleZones.terms(SampleZones.RULES));
        for (int driver = 1; driver <= 4; driver++) {
            shifts.apply(begun(driver, "1"));
        }

        // When
        clock.advance(Duration.ofMinutes(1));
        service.refresh(SampleZones.terms(SampleZones.RULES));
        int mayBegin = told().getLast().getZones(0).getWageCapacity();
        for (int driver = 5; driver <= mayBegin; driver++) {
            shifts.apply(begun(driver, "1"));
        }
        clock.advance(Duration.ofMinutes(1));
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then: with all of them the next one would pass it
        assertThat(mayBegin).isGreaterThan(4);
        Zone full = told().getLast().getZones(0);
        assertThat(full.getOccupancy()).isEqualTo(mayBegin);
        assertThat(full.getWagePerCall().getAmount()).isLessThanOrEqualTo(20_000);
        assertThat(full.getOverWageBound()).isTrue();
        assertThat(full.getWageCapacity()).isZero();
    }

    @Test
    void tellsWhatACompletedCallCostsInTheWholeRegion() {
        // Given
        request(2);
        service.refresh(SampleZones.terms(SampleZones.RULES));
        assertThat(told().getLast().hasWagePerCall()).isFalse();
        shifts.apply(begun(1, "1"));
        shifts.apply(begun(2, ""));

        // When
        clock.advance(Duration.ofMinutes(1));
        service.refresh(SampleZones.terms(SampleZones.RULES));

        // Then: two supporters until 01:00; they can serve the four calls under way and 1.2 an hour
        double calls = 4 + 2 * (209 / 60.0) * 1.2;
        long wage = (long) Math.ceil(2 * 3.5 * 14_000 / calls);
        assertThat(told().getLast().getWagePerCall())
                .isEqualTo(Money.newBuilder().setAmount(wage).setCurrency("KRW").build());
        assertThat(wagePerCall()).isEqualTo(wage);
    }

    @Test
    void showsWhatACompletedCallCostsAlsoWithoutZonesButNotOutsideOfWindows() {
        // Given
        request(2);
        shifts.apply(begun(1, ""));

        // When
        service.refresh(SampleZones.terms(ZoneRules.OFF));
        double inWindow = wagePerCall();
        clock.advance(Duration.ofHours(12));
        service.refresh(SampleZones.terms(ZoneRules.OFF));

        // Then
        assertThat(inWindow).isPositive();
        assertThat(wagePerCall()).isNaN();
        assertThat(told())
                .singleElement()
                .satisfies(zones ->
                        assertThat(zones.getWagePerCall().getAmount()).isEqualTo((long) inWindow));
    }

    @Test
    void everyRecordedPlanCanBeMadeAgain() {
        // Given
        request(4);
        for (int minute = 0; minute < 90; minute++) {
            clock.advance(Duration.ofMinutes(1));
            if (minute % 7 == 0) {
                request(minute % 5);
            }
            service.refresh(SampleZones.terms(SampleZones.RULES));
        }

        // When
        List<Boolean> same =
                told().stream()
                        .map(zones ->
                                plans.record(SampleZones.SEOUL, zones.getVersion()).orElseThrow())
                        .map(recorded -> recorded.replays(planner))
                        .toList();

        // Then
        assertThat(same).hasSize(90).containsOnly(true);
    }

    private ZoneRefreshService process() {
        return process(plans);
    }

    private ZoneRefreshService process(ZonePlanRepository itsPlans) {
        return new ZoneRefreshService(
                itsPlans,
                planner,
                new DemandEstimator(calls, RegionHistories.read(List.of()), SampleZones.GRID),
                new ZoneCosts(calls, shifts, SampleZones.GRID),
                new PlanValidity(
                        Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofSeconds(310)),
                new ZoneMetrics(meters),
                clock);
    }

    /** So many calls in each of the two cells, now. */
    private void request(int count) {
        for (int i = 0; i < count; i++) {
            for (long cell : List.of(SampleZones.CENTER, SampleZones.NEIGHBOUR)) {
                calls.requested(
                        cell + "/" + i + "/" + clock.instant(),
                        Product.PRODUCT_DRIVER,
                        SampleZones.GRID.center(cell),
                        clock.instant());
            }
        }
    }

    private List<Zones> told() {
        return zones.published().stream()
                .map(event -> ((ZoneEvent) event.payload()).getPlanned().getZones())
                .toList();
    }

    private double wagePerCall() {
        return meters.get("supporters_zone_wage_per_call_minor_units")
                .tags("product", "DRIVER", "region", "seoul", "currency", "KRW")
                .gauge()
                .value();
    }

    private double refreshes(String result) {
        return meters.counter("supporters_zone_refreshes_total", "result", result).count();
    }

    private WorkEvent begun(int driver, String zoneId) {
        return work(driver, 1).setBegun(WorkBegun.newBuilder().setZoneId(zoneId)).build();
    }

    private WorkEvent ended(int driver) {
        return work(driver, 2).setEnded(WorkEnded.getDefaultInstance()).build();
    }

    private WorkEvent.Builder work(int driver, int version) {
        DriverId driverId = new DriverId(Integer.toString(driver));
        return WorkEvent.newBuilder()
                .setDriverId(driverId.value())
                .setWorkId(driverId.value() + "-driver-2026-11-20")
                .setBusinessDate("2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setVersion(version)
                .setEventTime(Timestamps.of(clock.instant()));
    }

    /** A store that is away when a plan is stored. */
    private record FailingRepository(ZonePlanRepository others) implements ZonePlanRepository {

        @Override
        public Optional<Versioned<PlannedZones>> newest(ZoneKey key) {
            return others.newest(key);
        }

        @Override
        public Optional<PlannedZones> record(ZoneKey key, long version) {
            return others.record(key, version);
        }

        @Override
        public boolean replace(Optional<Versioned<PlannedZones>> before, PlannedZones next) {
            throw new IllegalStateException("the store is away");
        }
    }
}
