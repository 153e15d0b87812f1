package dev.supporters.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs things at the same instant. */
public final class Race {

    private Race() {}

    /** Starts all runners at once, each on a thread of its own, and returns their results in the runners' order. */
    public static <T> List<T> run(List<? extends Callable<T>> runners) {
        CyclicBarrier start = new CyclicBarrier(runners.size());
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> runner : runners) {
                futures.add(
                        threads.submit(() -> {
                            start.await();
                            return runner.call();
                        }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a runner failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Two runners. */
    @SafeVarargs
    public static <T> List<T> run(Callable<T>... runners) {
        return run(List.of(runners));
    }
}
