package dev.supporters.testkit;

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
}
