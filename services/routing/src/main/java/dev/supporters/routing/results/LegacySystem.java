package dev.supporters.routing.results;

/** The legacy monolith, as far as dispatch results concern it. */
public interface LegacySystem {

    /**
     * Tells a result; telling it again changes nothing.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it does not answer
     */
    LegacyAnswer tell(DispatchResult result);
}
