package dev.supporters.stand.proxy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /**
     * HTTP requests about one call are answered with a status and do not arrive; all others pass. The call is the first one that is
     * asked about.
     */
    final class RefusedForOneCall implements Fault {

        private static final Pattern CALL = Pattern.compile("(?:/calls/|\"call_id\":\")([0-9]+)");

        private final int status;
        private final AtomicReference<String> refused = new AtomicReference<>();

        public RefusedForOneCall(int status) {
            this.status = status;
        }

        /** What the caller gets instead of an answer; empty if the request passes. */
        Optional<byte[]> answer(byte[] request) {
            Matcher found = CALL.matcher(new String(request, StandardCharsets.ISO_8859_1));
            if (!found.find()) {
                return Optional.empty();
            }
            refused.compareAndSet(null, found.group(1));
            String answer =
                    "HTTP/1.1 "
                            + status
                            + " refused\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
            return found.group(1).equals(refused.get())
                    ? Optional.of(answer.getBytes(StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        }
    }
}
