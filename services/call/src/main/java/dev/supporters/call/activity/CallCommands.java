package dev.supporters.call.activity;

import dev.supporters.contract.CallId;

import java.util.Collection;
import java.util.List;

/**
 * Remembers what became of commands: the service commander. It throws a {@link dev.supporters.platform.refusal.Refusal} when it fails or
 * is late.
 */
public interface CallCommands {

    /** At most so many calls can be asked about at once. */
    int MOST_CALLS = 50;

    /**
     * The newest event of each command of the calls that is live, or that its driver's slot remembers: first of those that have ended, in
     * the order of their ends.
     */
    List<CommandEvent> of(Collection<CallId> callIds);
}
