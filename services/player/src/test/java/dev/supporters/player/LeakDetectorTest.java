package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.player.NightOutcome.SeenDestination;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** Rule 9, as a driver's app sees it. */
class LeakDetectorTest {

    private static final Instant COMMANDED = Instant.parse("2026-11-20T12:30:00Z");
    private static final Instant ACCEPTED = COMMANDED.plusSeconds(5);

    private final Observations observations = new Observations();
    private final LeakDetector detector = new LeakDetector(observations, "1004550");

    @Test
    void whatIsToldOfACommandWithoutDestinationAndFareGivesNothingAway() throws Exception {
        detector.heard("{\"command\":{\"callId\":\"1\",\"fare\":null}}", COMMANDED);

        reveal();

        assertThat(seen()).containsExactly(ACCEPTED);
    }

    @Test
    void aDestinationThatWasToldBeforeIsFound() throws Exception {
        detector.heard("{\"destination\":{\"lat\":\"37.56\",\"lng\":\"127.09\"}}", COMMANDED);

        reveal();

        assertThat(seen()).containsExactly(COMMANDED, ACCEPTED);
    }

    @Test
    void aFareThatWasToldBeforeIsFoundAsItTellsHowFarItIs() throws Exception {
        detector.heard("{\"command\": {\"callId\": \"1\", \"fare\": 18000}}", COMMANDED);

        reveal();

        assertThat(seen()).containsExactly(COMMANDED, ACCEPTED);
    }

    private void reveal() throws Exception {
        detector.revealed(
                "1",
                new ObjectMapper()
                        .readTree(
                                "{\"fare\":18000,\"destination\":{\"lat\":\"37.56\",\"lng\":\"127.09\"}}"),
                ACCEPTED);
    }

    private List<Instant> seen() {
        return observations.seenDestinations().stream().map(SeenDestination::seenAt).toList();
    }
}
