package dev.supporters.oracle;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The events of a night in the order they were script; times are seconds since nine in the evening. */
final class ScriptedEvents {

    private static final Instant NINE = Instant.parse("2026-11-20T12:00:00Z");

    private final EventLog.Builder log = EventLog.builder();
    private final Map<String, Long> versions = new HashMap<>();
    private int ids;

    void add(String topic, Message event) {
        ids++;
        log.add(topic, "event-" + ids, event.toByteArray());
    }

    /** One of which is known when it was written. */
    void add(String topic, Message event, int written) {
        ids++;
        log.add(topic, "event-" + ids, Optional.of(instant(written)), event.toByteArray());
    }

    /** The next version of something that has versions: a driver, a shift, a move. */
    long next(String key) {
        return versions.merge(key, 1L, Long::sum);
    }

    EventLog log() {
        return log.build();
    }

    static Instant instant(int at) {
        return NINE.plusSeconds(at);
    }

    static Timestamp time(int at) {
        return Timestamp.newBuilder().setSeconds(NINE.getEpochSecond() + at).build();
    }
}
