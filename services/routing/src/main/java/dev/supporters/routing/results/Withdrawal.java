package dev.supporters.routing.results;

import dev.supporters.routing.results.LegacySystem.DispatchResult;

/** Takes a call back from its supporter. */
public interface Withdrawal {

    /**
     * Frees the supporter; again changes nothing.
     *
     * @throws dev.supporters.platform.refusal.Refusal when nobody answers, or CALL_PICKED_UP
     */
    void withdraw(DispatchResult result);
}
