package dev.supporters.call.erasure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a customer is erased, the last time that it was requested: by whom, why, and how much. It is kept under the customer's digest, so
 * it names nobody, but a late call of hers is recognised.
 *
 * @param time what was requested until then is erased
 * @param calls how many calls were erased, with those of earlier times; of this time only once it is finished
 * @param pseudonym what stands in the place of her id until the erasure is finished; after that empty, so that nothing leads to her calls
 * @param earlier what was answered to requests before this one, the oldest first
 */
public record Erasure(
        String requestId,
        String actor,
        String reason,
        Instant time,
        int calls,
        String pseudonym,
        List<Answer> earlier) {

    /** As many requests as the store knows again. */
    private static final int MOST_EARLIER = 64;

    public Erasure {
        requireNonNull(requestId);
        requireNonNull(actor);
        requireNonNull(reason);
        requireNonNull(time);
        requireNonNull(pseudonym);
        earlier = List.copyOf(earlier);
    }

    /**
     * What a request is answered.
     *
     * @param calls how many calls were erased until then
     */
    public record Answer(String requestId, Instant time, int calls) {

        public Answer {
            requireNonNull(requestId);
            requireNonNull(time);
        }
    }

    /** The answer to the newest request. */
    Answer answer() {
        return new Answer(requestId, time, calls);
    }

    /** What an earlier request was answered; empty for the newest one, and for one whose work the newest one finishes. */
    Optional<Answer> answerBefore(String request) {
        return earlier.stream().filter(answer -> answer.requestId().equals(request)).findFirst();
    }

    /** With what this one was answered, for the next one; one that is not finished was not answered. */
    List<Answer> answered() {
        List<Answer> all = new ArrayList<>(earlier);
        if (finished()) {
            all.add(answer());
        }
        return all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size());
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
        return new Erasure(requestId, actor, reason, time, calls + erased, "", earlier);
    }

    /** Whether what was requested then belongs to the customer who was erased; later she is a new one. */
    public boolean covers(Instant requestTime) {
        return !requestTime.isAfter(time);
    }
}
