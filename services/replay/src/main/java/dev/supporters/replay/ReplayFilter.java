package dev.supporters.replay;

import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

/**
 * Which recorded decisions are taken again. A topic may have those of a month, of which one is asked for: so it looks at the record, before the
 * decision is taken again.
 *
 * @param callId only what is about this call; empty: everything
 */
record ReplayFilter(String callId) {

    boolean takes(RoutingEvent event) {
        return everything()
                || switch (event.getEventCase()) {
                    case ROUTED -> about(event.getRouted());
                    case POOL -> about(event.getPool());
                    // what is none of ours is said by who takes it again
                    case EVENT_NOT_SET -> true;
                };
    }

    /** Whether plans of moves and zones are taken again, too: they are about no call. */
    boolean everything() {
        return callId.isEmpty();
    }

    private boolean about(CallRouted routed) {
        return routed.getDecision().getCallId().equals(callId);
    }

    private boolean about(PoolSolved pool) {
        return pool.getCallsList().stream().anyMatch(call -> call.getCallId().equals(callId));
    }
}
