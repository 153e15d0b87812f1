package dev.supporters.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** From 21:00 to 01:00 by the clocks on the wall: an hour more or less in a night in which the clocks change. */
record NightWindow(LocalDate businessDate, ZoneId zone) {

    static final LocalTime BEGIN = LocalTime.of(21, 0);
    static final Duration LENGTH = Duration.ofHours(4);

    private static final int HALF_DAY_HOURS = 12;

    /** The window that an instant belongs to, or is nearest to: the small hours belong to the evening before. */
    static NightWindow of(Instant instant, ZoneId zone) {
        return new NightWindow(
                instant.atZone(zone).toLocalDateTime().minusHours(HALF_DAY_HOURS).toLocalDate(),
                zone);
    }

    Instant begin() {
        return businessDate.atTime(BEGIN).atZone(zone).toInstant();
    }

    Instant end() {
        return businessDate.atTime(BEGIN).plus(LENGTH).atZone(zone).toInstant();
    }

    /** Whether the instant is inside, or outside by at most so much. Without a margin, the end is outside. */
    boolean contains(Instant instant, Duration margin) {
        return !instant.isBefore(begin().minus(margin)) && instant.isBefore(end().plus(margin));
    }
}
