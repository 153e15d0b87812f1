package dev.supporters.activity.timeline;

import dev.supporters.activity.presence.DriverId;
import dev.supporters.activity.presence.WorkId;

import java.time.Instant;
import java.util.Locale;

/**
 * One thing that a driver did.
 *
 * @param eventId of the event that told it: the same when it comes again
 * @param action like WORK_BEGUN, CALL_ACCEPTED, UNREACHABLE
 * @param callId empty if there is none
 */
public record Entry(
        String eventId,
        DriverId driverId,
        WorkId workId,
        Instant time,
        String action,
        String callId) {

    /** A text that sorts as the entries do: by time, and for the same time in some order that stays. */
    public String position() {
        return String.format(
                Locale.ROOT, "%011d.%09d/%s", time.getEpochSecond(), time.getNano(), eventId);
    }
}
