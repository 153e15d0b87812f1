package dev.supporters.insight.decision;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.CallRouted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The last decisions about a call.
 *
 * @param kept the oldest first
 */
public record CallDecisions(CallId callId, List<KeptDecision> kept) {

    public static final int MOST = 20;

    public CallDecisions {
        requireNonNull(callId);
        kept = List.copyOf(kept);
    }

    /** A decision, by the id of its event. */
    public record KeptDecision(String eventId, CallRouted record) {

        public KeptDecision {
            requireNonNull(eventId);
            requireNonNull(record);
        }

        private Instant time() {
            return Timestamps.instant(record.getEventTime());
        }
    }

    public boolean contains(String eventId) {
        return kept.stream().anyMatch(each -> each.eventId().equals(eventId));
    }

    /** With one more; the oldest leaves where there are too many. */
    public CallDecisions with(KeptDecision more) {
        List<KeptDecision> all = new ArrayList<>(kept);
        all.add(more);
        all.sort(Comparator.comparing(KeptDecision::time));
        return new CallDecisions(callId, all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** When the newest was made. */
    public Instant newest() {
        return kept.getLast().time();
    }
}
