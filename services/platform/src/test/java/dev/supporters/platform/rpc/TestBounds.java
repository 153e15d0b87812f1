package dev.supporters.platform.rpc;

import java.time.Duration;

/** Bounds of a remote part in tests; an open breaker stays open. */
record TestBounds(Duration deadline, int concurrency, int breakerVolume, int retries)
        implements GuardConfig.Bounds {

    TestBounds(Duration deadline) {
        this(deadline, 64, 20, 0);
    }

    @Override
    public double breakerRatio() {
        return 0.5;
    }

    @Override
    public Duration breakerDelay() {
        return Duration.ofMinutes(10);
    }
}
