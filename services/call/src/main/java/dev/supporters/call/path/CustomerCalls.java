package dev.supporters.call.path;

import dev.supporters.contract.CallId;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The calls of a customer that count as live, and when each was admitted, the oldest first. A call that ends counts until another needs
 * its place.
 */
public record CustomerCalls(SequencedMap<CallId, Instant> admitted) {

    public CustomerCalls {
        admitted = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(admitted));
    }

    static CustomerCalls none() {
        return new CustomerCalls(new LinkedHashMap<>());
    }

    /** When the newest was admitted. */
    public Optional<Instant> newest() {
        return admitted.values().stream().max(Instant::compareTo);
    }

    boolean has(CallId callId) {
        return admitted.containsKey(callId);
    }

    boolean full(int most) {
        return admitted.size() >= most;
    }

    CustomerCalls with(CallId callId, Instant now) {
        SequencedMap<CallId, Instant> more = new LinkedHashMap<>(admitted);
        more.put(callId, now);
        return new CustomerCalls(more);
    }

    CustomerCalls without(Collection<CallId> over) {
        SequencedMap<CallId, Instant> left = new LinkedHashMap<>(admitted);
        left.keySet().removeAll(over);
        return new CustomerCalls(left);
    }
}
