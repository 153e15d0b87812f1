package dev.supporters.settlement.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What came after the close of a statement.
 *
 * @param events the ids of the facts' events
 * @param requests the keys of operators' entries
 */
public record LateEntries(List<String> events, List<String> requests) {

    static final LateEntries NONE = new LateEntries(List.of(), List.of());

    public LateEntries {
        events = List.copyOf(events);
        requests = List.copyOf(requests);
    }

    boolean isEmpty() {
        return events.isEmpty() && requests.isEmpty();
    }

    LateEntries withEvent(String eventId) {
        List<String> more = new ArrayList<>(events);
        more.add(eventId);
        return new LateEntries(more, requests);
    }

    LateEntries withRequest(String requestId) {
        List<String> more = new ArrayList<>(requests);
        more.add(requestId);
        return new LateEntries(events, more);
    }

    LateEntries without(LateEntries other) {
        return new LateEntries(
                events.stream().filter(id -> !other.events().contains(id)).toList(),
                requests.stream().filter(id -> !other.requests().contains(id)).toList());
    }
}
