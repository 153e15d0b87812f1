package dev.supporters.oracle.invariant;

import dev.supporters.oracle.NightHistory;

import java.util.List;

/** What waits has an age that its service tells; and when the night is over, nothing is so old that somebody would have to be called. */
final class WaitWithoutAge implements Invariant {

    @Override
    public String name() {
        return "a wait without an age or an end";
    }

    @Override
    public List<String> violations(NightHistory history) {
        return history.conditions().waits().problems();
    }
}
