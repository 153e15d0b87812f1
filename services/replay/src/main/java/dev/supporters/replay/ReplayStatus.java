package dev.supporters.replay;

/** What came out when a recorded decision was taken again. */
public enum ReplayStatus {
    /** The same, bit for bit. */
    SAME,
    /** Something else. */
    DIFFERENT,
    /** The record is of a version that did not write the inputs. */
    WITHOUT_INPUTS
}
