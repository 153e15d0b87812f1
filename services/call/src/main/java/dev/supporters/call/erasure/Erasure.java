package dev.supporters.call.erasure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a customer was erased, the last time that it was done: by whom, why, and how much. It is kept under the customer's digest, so it
 * names nobody, but a late call of hers is recognised.
 *
 * @param calls how many calls were erased, with those of earlier times
 */
public record Erasure(String requestId, String actor, String reason, Instant time, int calls) {

    public Erasure {
        requireNonNull(requestId);
        requireNonNull(actor);
        requireNonNull(reason);
        requireNonNull(time);
    }

    /** Whether what was requested then belongs to the customer who was erased; later she is a new one. */
    public boolean covers(Instant requestTime) {
        return !requestTime.isAfter(time);
    }
}
