package dev.supporters.move.arrival;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A detector for tests of other packages, as the product's defaults make it. */
public final class ArrivalDetectors {

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    private ArrivalDetectors() {}

    public static ArrivalDetector standard() {
        return new ArrivalDetector(250, 150, METERS);
    }
}
