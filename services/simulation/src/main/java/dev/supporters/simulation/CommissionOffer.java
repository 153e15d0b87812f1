package dev.supporters.simulation;

import dev.supporters.contract.Position;

/** A call that commission drivers may take. The fare is in the minor unit. */
public record CommissionOffer(String callId, Position origin, Position destination, long fare) {}
