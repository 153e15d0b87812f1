package dev.supporters.zone.plan;

/** Whether a process knows enough to plan. */
public interface RefreshReadiness {

    /** Whether all is in memory that there was at the start: policies, calls and shifts. */
    boolean caughtUp();
}
