package dev.supporters.insight;

import java.time.Duration;

/** The settings as they are if nobody sets any. */
public final class InsightDefaults implements InsightConfig, InsightConfig.CountingConfig {

    @Override
    public int port() {
        return 8113;
    }

    @Override
    public DryRunConfig dryRun() {
        return () -> Duration.ofSeconds(50);
    }

    @Override
    public CountingConfig counting() {
        return this;
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration past() {
        return Duration.ofHours(36);
    }
}
