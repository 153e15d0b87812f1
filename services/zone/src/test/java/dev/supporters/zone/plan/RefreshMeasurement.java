package dev.supporters.zone.plan;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.zone.SampleZones;
import dev.supporters.zone.adapter.mongo.ZoneStores;
import dev.supporters.zone.demand.DemandEstimator;
import dev.supporters.zone.demand.RegionHistories;
import dev.supporters.zone.demand.TonightsCalls;
import dev.supporters.zone.demand.ZoneShifts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures how long a plan of zones takes in the process, with its message, without a store: a night of 2,200 calls in one region.
 * Processor time of the thread, so that it says the same on a machine that is busy with other things. No test: started by hand.
 */
final class RefreshMeasurement {

    private static final int CALLS = 2_200;
    private static final int PLANS = 240;
    private static final int WARM_UP_NIGHTS = 5;
    private static final Instant BEGIN = TestClock.FRIDAY_NIGHT.minus(Duration.ofMinutes(30));

    private RefreshMeasurement() {}

    public static void main(String[] arguments) {
        Logger.getLogger("dev.supporters").setLevel(Level.OFF);
        for (int night = 0; night < WARM_UP_NIGHTS; night++) {
            var _ = night(night);
        }
        long[] nanos = night(WARM_UP_NIGHTS);
        Arrays.sort(nanos);
        System.out.printf(
                "a plan: median %d µs, p99 %d µs, a night's %d plans %d ms of processor time%n",
                nanos[PLANS / 2] / 1_000,
                nanos[PLANS * 99 / 100] / 1_000,
                PLANS,
                Arrays.stream(nanos).sum() / 1_000_000);
    }

    /** The processor time of each plan. */
    private static long[] night(int seed) {
        var random = new Random(seed);
        var clock = new TestClock(BEGIN);
        var calls = new TonightsCalls();
        ZoneRefreshService service = service(calls, clock);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[PLANS];
        int requested = 0;
        for (int plan = 0; plan < PLANS; plan++) {
            while (requested < CALLS * (plan + 1) / PLANS) {
                calls.requested(
                        "call-" + requested++,
                        Product.PRODUCT_DRIVER,
                        new Position(
                                37.5 + .06 * random.nextGaussian(),
                                127 + .08 * random.nextGaussian()),
                        clock.instant());
            }
            long begin = threads.getCurrentThreadCpuTime();
            service.refresh(SampleZones.terms(SampleZones.RULES));
            nanos[plan] = threads.getCurrentThreadCpuTime() - begin;
            clock.advance(Duration.ofMinutes(1));
        }
        return nanos;
    }

    private static ZoneRefreshService service(TonightsCalls calls, TestClock clock) {
        return new ZoneRefreshService(
                ZoneStores.repository(
                        new InMemoryAggregateStore<>(ZoneStores.ZONES),
                        new InMemoryAggregateStore<>(ZoneStores.PLANS),
                        new ZoneMessages(SampleZones.GRID)),
                new ZonePlanner(SampleZones.GRID),
                new DemandEstimator(calls, RegionHistories.read(List.of()), SampleZones.GRID),
                new ZoneCosts(calls, new ZoneShifts(), SampleZones.GRID),
                new PlanValidity(
                        Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofSeconds(310)),
                new ZoneMetrics(new SimpleMeterRegistry()),
                clock);
    }
}
