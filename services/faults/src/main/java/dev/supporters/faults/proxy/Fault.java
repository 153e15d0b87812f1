package dev.supporters.faults.proxy;

import java.time.Duration;

/** What is wrong with a connection. */
public sealed interface Fault {

    /** Nothing. */
    record None() implements Fault {}

    /** Nobody is there: whoever connects, or is connected, gets a reset. */
    record Away() implements Fault {}

    /** Half-open: connections are accepted, what is sent is taken, and nothing ever comes back. */
    record Silent() implements Fault {}

    /**
     * Answers are late.
     *
     * @param by real time
     */
    record Slow(Duration by) implements Fault {}

    /** Requests arrive and have their effect; the connection is reset when the answer begins. */
    record AnswerLost() implements Fault {}

    /**
     * The connection is reset in the middle of an answer.
     *
     * @param bytes of answers that still come on each connection
     */
    record CutAfter(int bytes) implements Fault {}
}
