package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a shift knows of its driver's activity mode.
 *
 * @param version of the profile that says so; what an older profile says comes too late
 * @param off whether the mode is OFF
 * @param since since when it is as it is; the shift's begin if it has not changed since then
 */
public record KnownMode(long version, boolean off, Instant since) {

    public KnownMode {
        requireNonNull(since);
    }

    /** At the begin of a shift the mode is ON. */
    public static KnownMode begun(long version, ShiftDetails details) {
        return new KnownMode(version, false, details.begin());
    }

    /** Whether it tells something new to who knows the other: another mode, by a newer profile. */
    boolean changes(KnownMode known) {
        return version > known.version && off != known.off;
    }
}
