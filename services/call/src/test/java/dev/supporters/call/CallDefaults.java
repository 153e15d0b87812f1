package dev.supporters.call;

import java.time.Duration;

/** The settings as they are without any. */
public final class CallDefaults implements CallConfig {

    @Override
    public Duration recoverAfter() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean recovery() {
        return true;
    }

    @Override
    public boolean hold() {
        return true;
    }

    @Override
    public Duration holdEvery() {
        return Duration.ofSeconds(2);
    }
}
