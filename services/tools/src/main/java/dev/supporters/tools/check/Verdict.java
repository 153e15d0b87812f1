package dev.supporters.tools.check;

/** What became of a call that the check placed. */
enum Verdict {
    /** A path was chosen for it, and it is gone. */
    DECIDED,
    /** The gateway led it around us, as the service {@code call} did not answer; it is gone. */
    WENT_AROUND,
    /** Another call would fare no better. */
    FAILED
}
