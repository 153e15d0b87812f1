package dev.supporters.legacy.offer;

import java.time.Duration;

/** How far an offer reaches: the longer nobody takes it, the farther. */
final class OfferRadius {

    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration SECOND = Duration.ofSeconds(60);
    private static final double NEAR_METERS = 1_200;
    private static final double MIDDLE_METERS = 2_100;
    private static final double FAR_METERS = 3_000;

    private OfferRadius() {}

    static double radiusMeters(Duration age) {
        if (age.compareTo(FIRST) < 0) {
            return NEAR_METERS;
        }
        return age.compareTo(SECOND) < 0 ? MIDDLE_METERS : FAR_METERS;
    }
}
