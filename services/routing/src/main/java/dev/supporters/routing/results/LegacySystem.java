package dev.supporters.routing.results;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;

import java.time.Instant;

/** The legacy monolith, as far as dispatch results concern it. */
public interface LegacySystem {

    /**
     * Tells a result; telling it again changes nothing.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it does not answer
     */
    LegacyAnswer tell(DispatchResult result);

    /** What the legacy system says to a dispatch result. */
    enum LegacyAnswer {
        /** It has noted it, now or before. */
        NOTED,
        /** A commission driver has the call. */
        TAKEN
    }

    /** A supporter has a call: what the legacy system must know. */
    record DispatchResult(CallId callId, DriverId driverId, String commandId, Instant acceptTime) {}
}
