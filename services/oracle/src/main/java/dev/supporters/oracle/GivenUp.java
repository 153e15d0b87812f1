package dev.supporters.oracle;

import java.time.Instant;
import java.util.List;

/**
 * What was given up in a night, and waits for an operator.
 *
 * @param parkedCalls calls of which another part was not told something
 */
public record GivenUp(List<String> parkedCalls, List<DeadLetterCount> deadLetters) {

    public GivenUp {
        parkedCalls = List.copyOf(parkedCalls);
        deadLetters = List.copyOf(deadLetters);
    }

    /**
     * Events that a function could not handle.
     *
     * @param topic from which they came
     * @param service whose function it was
     * @param newest when the newest of them was put aside, in real time
     */
    public record DeadLetterCount(String topic, String service, long letters, Instant newest) {}
}
