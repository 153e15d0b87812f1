package dev.supporters.replay;

import java.util.List;

/** A decision as it was recorded, and what comes out when it is taken again. */
interface Recorded {

    ReplayStatus result();

    /** What differs, a line for each; empty unless something does. */
    List<String> differences();

    /** What was decided, in plain words. */
    List<String> explain(Phrases phrases);
}
