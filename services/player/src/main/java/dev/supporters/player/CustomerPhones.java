package dev.supporters.player;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Customers whom a driver has phoned, so that they cancel. Such a talk goes through no system; people of the night have it here. */
final class CustomerPhones {

    private final Map<String, Instant> cancellations = new ConcurrentHashMap<>();

    /** The customer of a call is talked into cancelling it at a time. */
    void phone(String callId, Instant cancelsAt) {
        cancellations.putIfAbsent(callId, cancelsAt);
    }

    /** When the customer of a call cancels it; empty if nobody has phoned. */
    Optional<Instant> cancelsAt(String callId) {
        return Optional.ofNullable(cancellations.get(callId));
    }
}
