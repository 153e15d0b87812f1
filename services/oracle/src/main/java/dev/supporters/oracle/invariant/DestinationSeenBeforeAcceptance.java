package dev.supporters.oracle.invariant;

import dev.supporters.oracle.EventTimes;
import dev.supporters.oracle.NightHistory;
import dev.supporters.player.NightOutcome.SeenDestination;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whenever a supporter's app came to know a destination, the supporter had accepted the call before. */
final class DestinationSeenBeforeAcceptance implements Invariant {

    @Override
    public String name() {
        return "a destination seen before acceptance";
    }

    @Override
    public List<String> violations(NightHistory history) {
        Map<String, Instant> accepted = new HashMap<>();
        for (ActivityEvent event : history.log().activity()) {
            if (event.hasAccepted()) {
                accepted.merge(
                        key(event.getCallId(), event.getDriverId()),
                        EventTimes.instant(event.getEventTime()),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return history.outcome().seenDestinations().stream()
                .filter(seen -> isEarly(seen, accepted))
                .map(seen ->
                        "driver %s knew where call %s goes at %s"
                                .formatted(seen.driverId(), seen.callId(), seen.seenAt()))
                .toList();
    }

    private static boolean isEarly(SeenDestination seen, Map<String, Instant> accepted) {
        Instant acceptance =
                accepted.getOrDefault(key(seen.callId(), seen.driverId()), Instant.MAX);
        return seen.seenAt().isBefore(acceptance);
    }

    private static String key(String callId, String driverId) {
        return callId + " " + driverId;
    }
}
