package dev.supporters.simulation;

/** A call that commission drivers may take. The fare is in the minor unit. */
public record CommissionOffer(String callId, Point origin, Point destination, long fare) {}
