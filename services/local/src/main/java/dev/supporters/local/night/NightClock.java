package dev.supporters.local.night;

import java.time.Duration;
import java.time.Instant;

/** The night's time, which may pass faster than real time. */
public interface NightClock {

    Instant now();

    void sleepUntil(Instant due) throws InterruptedException;

    /** How much real time passes until then; zero if it has passed. */
    Duration realUntil(Instant due);
}
