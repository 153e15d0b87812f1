package dev.supporters.simulation.command;

import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.SimulatedOutcome;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Plays all nights, as many at once as there are cores. The result does not depend on how many. */
final class Simulation {

    private static final double NANOS = 1e9;

    private final SimulatedNights nights;

    Simulation(SimulatedNights nights) {
        this.nights = nights;
    }

    /** The nights of one policy, by seed; says after each how many are done. */
    List<PlayedNight> play(SimulatedPolicy policy, long seed, int count, IntConsumer done)
            throws InterruptedException {
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<PlayedNight>> running = new ArrayList<>();
            for (int night = 0; night < count; night++) {
                long own = seed + night;
                running.add(pool.submit(() -> play(policy, own)));
            }
            List<PlayedNight> played = new ArrayList<>();
            for (Future<PlayedNight> night : running) {
                played.add(result(night));
                done.accept(played.size());
            }
            return played;
        }
    }

    private static PlayedNight result(Future<PlayedNight> night) throws InterruptedException {
        try {
            return night.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private PlayedNight play(SimulatedPolicy policy, long seed) {
        long begin = threadNanos();
        NightModel model = nights.model(seed);
        SimulatedOutcome outcome = policy.play(model, nights.past(), nights.zones());
        return PlayedNight.of(policy, seed, outcome, (threadNanos() - begin) / NANOS);
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
