package dev.supporters.activity;

import java.time.Duration;

/** The defaults, without a running application. */
public final class FixedConfig implements ActivityConfig {

    @Override
    public Duration unreachableAfter() {
        return Duration.ofMinutes(2);
    }

    @Override
    public double fastestKmh() {
        return 150;
    }

    @Override
    public Duration sweepEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration keepEvery() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration workHistory() {
        return Duration.ofHours(36);
    }

    @Override
    public Duration locationHistory() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration timelineRetention() {
        return Duration.ofDays(400);
    }

    @Override
    public AbuseConfig abuse() {
        return new AbuseConfig() {

            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Duration settle() {
                return Duration.ofHours(2);
            }

            @Override
            public Duration history() {
                return Duration.ofHours(36);
            }

            @Override
            public Duration decideWithin() {
                return Duration.ofDays(3);
            }
        };
    }
}
