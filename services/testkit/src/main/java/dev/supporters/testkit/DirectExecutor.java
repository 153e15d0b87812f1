package dev.supporters.testkit;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does everything on the caller's thread. */
public final class DirectExecutor extends AbstractExecutorService {

    private final Consumer<Runnable> does;

    /** Runs everything at once. */
    public DirectExecutor() {
        this(Runnable::run);
    }

    /** Does this with everything. */
    public DirectExecutor(Consumer<Runnable> does) {
        this.does = does;
    }

    @Override
    public void execute(Runnable task) {
        does.accept(task);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
