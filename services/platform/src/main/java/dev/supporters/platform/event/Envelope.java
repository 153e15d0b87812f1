package dev.supporters.platform.event;

import java.time.Instant;

/** An event with all that travels with it: CloudEvents attributes and the trace it belongs to (empty if none). */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Envelope(
        String id,
        String topic,
        String key,
        String type,
        Instant time,
        String traceparent,
        byte[] payload) {}
