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
    public LegacyNightConfig legacyNight() {
        return new LegacyNightConfig() {

            @Override
            public Duration every() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Duration after() {
                return Duration.ofMinutes(30);
            }

            @Override
            public Duration lease() {
                return Duration.ofMinutes(5);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(60);
            }

            @Override
            public int mostCalls() {
                return 5_000;
            }

            @Override
            public int mostSupporters() {
                return 2_000;
            }
        };
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
