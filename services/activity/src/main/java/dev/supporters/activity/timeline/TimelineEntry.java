package dev.supporters.activity.timeline;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a driver did.
 *
 * @param eventId of the event that says it: the same when the event is repeated
 * @param action like WORK_BEGUN, CALL_ACCEPTED, UNREACHABLE
 */
public record TimelineEntry(
        String eventId,
        DriverId driverId,
        WorkId workId,
        Instant time,
        String action,
        Optional<CallId> callId) {

    public TimelineEntry {
        requireNonNull(eventId);
        requireNonNull(driverId);
        requireNonNull(workId);
        requireNonNull(time);
        requireNonNull(action);
        requireNonNull(callId);
    }

    /** A text that sorts as the entries do: by time, and for the same time always in the same order. */
    public String position() {
        return String.format(
                Locale.ROOT, "%011d.%09d/%s", time.getEpochSecond(), time.getNano(), eventId);
    }
}
