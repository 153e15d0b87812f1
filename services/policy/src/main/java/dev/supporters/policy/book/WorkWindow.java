package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** When supporters may work: from a local time on, for so long. */
public record WorkWindow(ZoneId zone, LocalTime begin, Duration length) {

    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern OFFSET = Pattern.compile("[+-](0[0-9]|1[0-4]):[0-5][0-9]");
    private static final Duration MOST = Duration.ofHours(24);

    public WorkWindow {
        Limits.positive(length, "window_length", MOST);
    }

    /** From the texts of a policy. */
    public static WorkWindow parse(String zone, String begin, Duration length) {
        if (!ZoneId.getAvailableZoneIds().contains(zone) && !OFFSET.matcher(zone).matches()) {
            throw Refusal.invalid(
                    "time_zone",
                    zone.isEmpty() ? "nothing" : zone,
                    "an IANA name like Asia/Seoul, or an offset like +09:00");
        }
        if (!HOURS_AND_MINUTES.matcher(begin).matches()) {
            throw Refusal.invalid(
                    "window_begin", begin.isEmpty() ? "nothing" : begin, "HH:mm, like 21:00");
        }
        return new WorkWindow(ZoneId.of(zone), LocalTime.parse(begin), length);
    }
}
