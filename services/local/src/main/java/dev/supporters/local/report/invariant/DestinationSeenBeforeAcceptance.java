package dev.supporters.local.report.invariant;

import dev.supporters.local.night.Sighting;
import dev.supporters.local.report.ReportInput;
import dev.supporters.local.report.Times;
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
    public List<String> violations(ReportInput input) {
        Map<String, Instant> accepted = new HashMap<>();
        for (ActivityEvent event : input.log().activity()) {
            if (event.hasAccepted()) {
                accepted.merge(
                        key(event.getCallId(), event.getDriverId()),
                        Times.instant(event.getEventTime()),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return input.outcome().sightings().stream()
                .filter(sighting -> isEarly(sighting, accepted))
                .map(sighting ->
                        "driver %s knew where call %s goes at %s"
                                .formatted(
                                        sighting.driverId(), sighting.callId(), sighting.seenAt()))
                .toList();
    }

    private static boolean isEarly(Sighting sighting, Map<String, Instant> accepted) {
        Instant acceptance =
                accepted.getOrDefault(key(sighting.callId(), sighting.driverId()), Instant.MAX);
        return sighting.seenAt().isBefore(acceptance);
    }

    private static String key(String callId, String driverId) {
        return callId + " " + driverId;
    }
}
