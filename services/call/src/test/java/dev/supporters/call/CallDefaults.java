package dev.supporters.call;

import java.time.Duration;

/** The settings as they are without any. */
public class CallDefaults implements CallConfig {

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

    @Override
    public boolean followUps() {
        return true;
    }

    @Override
    public Duration followUpEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration importEvery() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration importBack() {
        return Duration.ofHours(12);
    }

    @Override
    public Duration followUpPause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration followUpLongestPause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int followUpAttempts() {
        return 8;
    }

    @Override
    public Duration followUpTime() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Duration reconcileEvery() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration reconcileAfter() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration reconcileGeneralAfter() {
        return Duration.ofMinutes(10);
    }
}
