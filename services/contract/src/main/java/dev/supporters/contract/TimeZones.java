package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** The time zone of a region. */
public final class TimeZones {

    /** The id of the zone with offset +00:00 is "Z". */
    private static final Pattern OFFSET = Pattern.compile("Z|[+-](0[0-9]|1[0-4]):[0-5][0-9]");

    private static final int FIRST_LINES_HOUR = 6;

    private TimeZones() {}

    /** An IANA name, or a fixed offset of at most 14:59 hours, as {@code ±HH:MM}. */
    public static ZoneId parse(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text) && !OFFSET.matcher(text).matches()) {
            throw Refusal.invalid(
                    "time_zone",
                    text.isEmpty() ? "nothing" : text,
                    "an IANA name like Asia/Seoul, or an offset like +09:00");
        }
        return ZoneId.of(text);
    }

    /** Whether few lines run: from 00:00 local time until the first lines of the morning. */
    public static boolean afterMidnight(Instant now, ZoneId zone) {
        return now.atZone(zone).getHour() < FIRST_LINES_HOUR;
    }
}
