package dev.supporters.mlgateway.travel;

import java.time.Instant;
import java.time.ZoneId;

/** The hours at which few lines run. */
public final class NightTime {

    private static final int FIRST_LINES = 6;

    private NightTime() {}

    /** From 00:00 local time until the first lines run in the morning. */
    public static boolean afterMidnight(Instant now, ZoneId zone) {
        return now.atZone(zone).getHour() < FIRST_LINES;
    }
}
