package dev.supporters.commander.slot;

import dev.supporters.platform.refusal.Refusal;

/** A supporter whom a call may be commanded to. */
public record Candidate(DriverId driverId, int etaSeconds) {

    public Candidate {
        if (etaSeconds < 0) {
            throw Refusal.invalid("eta_seconds", etaSeconds, "0 or more");
        }
    }
}
