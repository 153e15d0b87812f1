package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zone of a region. */
public final class TimeZones {

    private static final int FIRST_LINES_HOUR = 6;

    private TimeZones() {}

    /** An IANA name, or a fixed offset. */
    public static ZoneId parse(String text) {
        try {
            ZoneId zone = ZoneId.of(text);
            if (zone instanceof ZoneOffset || ZoneId.getAvailableZoneIds().contains(text)) {
                return zone;
            }
        } catch (DateTimeException e) {
            throw unknown(text);
        }
        throw unknown(text);
    }

    /** Whether few lines run: from 00:00 local time until the first lines of the morning. */
    public static boolean afterMidnight(Instant now, ZoneId zone) {
        return now.atZone(zone).getHour() < FIRST_LINES_HOUR;
    }

    private static Refusal unknown(String text) {
        return Refusal.invalid(
                "time_zone",
                text.isEmpty() ? "nothing" : text,
                "an IANA name like Asia/Seoul, or an offset like +09:00");
    }
}
