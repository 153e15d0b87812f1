package dev.supporters.testkit;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the test clock in place of the platform's, in every component test. */
@Singleton
class TestClockProducer {

    @Produces
    @Singleton
    TestClock clock() {
        return new RunningTestClock();
    }

    /** Tests with another profile have an application of their own; the sweeps of this one end with it. */
    void end(@Disposes TestClock clock) {
        if (clock instanceof RunningTestClock running) {
            running.close();
        }
    }
}
