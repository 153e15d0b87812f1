package dev.supporters.call.erasure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a customer is erased, the last time that it was requested: by whom, why, and how much. It is kept under the customer's digest, so
 * it names nobody, but a late call of hers is recognised.
 *
 * @param time what was requested until then is erased
 * @param calls how many calls were erased, with those of earlier times; of this time only once it is finished
 * @param pseudonym what stands in the place of her id until the erasure is finished; after that empty, so that nothing leads to her calls
 */
public record Erasure(
        String requestId, String actor, String reason, Instant time, int calls, String pseudonym) {

    public Erasure {
        requireNonNull(requestId);
        requireNonNull(actor);
        requireNonNull(reason);
        requireNonNull(time);
        requireNonNull(pseudonym);
    }

    /** Whether all calls were erased, and others were told. */
    public boolean finished() {
        return pseudonym.isEmpty();
    }

    /**
     * As it is when all calls are erased.
     *
     * @param erased how many of this time
     */
    Erasure finish(int erased) {
        return new Erasure(requestId, actor, reason, time, calls + erased, "");
    }

    /** Whether what was requested then belongs to the customer who was erased; later she is a new one. */
    public boolean covers(Instant requestTime) {
        return !requestTime.isAfter(time);
    }
}
