package dev.supporters.local.night;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The calls of a rehearsal, and whether they go as quickly by now as they should. */
final class Rehearsed {

    private static final int NEWEST = 20;
    private static final Duration QUICK = Duration.ofMillis(700);

    private final Set<String> calls = new HashSet<>();
    private final Deque<Duration> newest = new ArrayDeque<>();

    synchronized void requested(String callId) {
        calls.add(callId);
    }

    /** From its request to its end. */
    synchronized void ended(Duration length) {
        newest.addLast(length);
        if (newest.size() > NEWEST) {
            newest.removeFirst();
        }
    }

    /** Whether most of the newest calls were quick. */
    synchronized boolean enough() {
        return newest.size() == NEWEST
                && newest.stream().filter(length -> length.compareTo(QUICK) < 0).count()
                        > NEWEST / 2;
    }

    synchronized Set<String> calls() {
        return Set.copyOf(calls);
    }
}
