package dev.supporters.insight.night;

/** Whether a process knows enough to count. */
public interface CountingReadiness {

    /** Whether all is in memory that there was at the start. */
    boolean caughtUp();
}
