package dev.supporters.platform.time;

import java.time.Duration;
import java.time.Instant;

/** Runs tasks at instants of the {@link java.time.Clock}, which may run faster than time. */
public interface Scheduler {

    /** Runs the task on a thread of its own once the clock has reached the instant; at once if it has. */
    Alarm at(Instant due, Runnable task);

    /** Runs the task again and again, with a pause of real time between two runs; a run that fails is logged. */
    Alarm every(Duration pause, Runnable task);

    /** Something that will run. */
    interface Alarm {

        /** Keeps it from running, if it does not run already. */
        void cancel();
    }
}
