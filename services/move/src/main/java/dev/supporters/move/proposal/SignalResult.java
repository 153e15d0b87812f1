package dev.supporters.move.proposal;

import java.util.Locale;

/** What became of a signal. */
public enum SignalResult {
    /** A move was proposed. */
    PROPOSED,
    /** The driver was not at work, and did not begin in time. */
    OFF_WORK,
    /** The driver rests. */
    RESTING,
    /** The driver's window is over. */
    ENDING,
    /** The driver has a live command or drive. */
    ENGAGED,
    /** It came after its own expire time. */
    EXPIRED,
    /** It had come before. */
    DUPLICATE,
    /** A newer one came while it waited. */
    SUPERSEDED,
    /** A newer one of the same driver had come before. */
    OUTDATED,
    /** The place is not in the region of the shift, nor near it. */
    OUTSIDE,
    /** A field is missing or out of its bounds. */
    INVALID;

    /** As a metric's label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
