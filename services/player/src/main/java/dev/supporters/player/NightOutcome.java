package dev.supporters.player;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the people of the night saw. Calls: the last state that each call's customer knew, by call id. Pickups: from the
 * request to the beginning of the drive, in the night's time. People: what the system says of what they did beside driving.
 */
public record NightOutcome(
        int requestedAtGateway,
        int requestedAtLegacy,
        Map<String, String> calls,
        Map<String, Duration> pickups,
        List<SeenDestination> seenDestinations,
        Map<String, Long> counts,
        List<String> failures,
        PeopleFigures people,
        boolean interrupted,
        Duration realTime) {

    public NightOutcome {
        calls = Map.copyOf(calls);
        pickups = Map.copyOf(pickups);
        seenDestinations = List.copyOf(seenDestinations);
        counts = Map.copyOf(counts);
        failures = List.copyOf(failures);
    }

    /** For a report without a night. */
    public static NightOutcome nothing() {
        return new NightOutcome(
                0,
                0,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                PeopleFigures.NONE,
                false,
                Duration.ZERO);
    }

    /** A driver's app came to know where a call goes. */
    public record SeenDestination(String callId, String driverId, Instant seenAt) {}
}
