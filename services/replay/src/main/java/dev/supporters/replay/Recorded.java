package dev.supporters.replay;

import dev.supporters.proto.events.routing.v1.RoutingEvent;

import java.util.List;

/** A decision as it was recorded, and what comes out when it is taken again. */
interface Recorded {

    /**
     * What a topic has, taken again.
     *
     * @throws IllegalArgumentException where the event is of no kind that is known
     */
    static Recorded of(RoutingEvent event) {
        return switch (event.getEventCase()) {
            case ROUTED -> RecordedPath.of(event.getRouted());
            case POOL -> RecordedPool.of(event.getPool());
            case EVENT_NOT_SET ->
                    throw new IllegalArgumentException("no event (expected: routed or pool)");
        };
    }

    ReplayStatus result();

    /** What differs, a line for each; empty unless something does. */
    List<String> differences();

    /** What was decided, in plain words. */
    List<String> explain(Phrases phrases);
}
