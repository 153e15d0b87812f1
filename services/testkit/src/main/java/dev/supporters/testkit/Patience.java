package dev.supporters.testkit;

import org.awaitility.Awaitility;

import java.time.Duration;

/** How long component tests wait for what will come: so long that a slow machine is no reason to fail. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Patience() {}

    /** For all awaits of the tests that are loaded together with the caller. */
    static void learn() {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
