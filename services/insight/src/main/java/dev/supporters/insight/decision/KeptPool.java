package dev.supporters.insight.decision;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.PoolCall;
import dev.supporters.proto.events.routing.v1.PoolSolved;

import java.time.Instant;
import java.util.List;

/** A choice for all calls that were held at a moment, by the id of its event. */
public record KeptPool(String eventId, PoolSolved record) {

    public KeptPool {
        requireNonNull(eventId);
        requireNonNull(record);
    }

    /** The calls that waited. */
    public List<CallId> calls() {
        return record.getCallsList().stream()
                .map(PoolCall::getCallId)
                .distinct()
                .map(CallId::new)
                .toList();
    }

    public Instant time() {
        return Timestamps.instant(record.getEventTime());
    }
}
