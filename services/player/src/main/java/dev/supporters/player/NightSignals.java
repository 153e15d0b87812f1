package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;

import java.time.Duration;
import java.util.List;

/** The signals of abuse of the night, as its operator sees them. */
final class NightSignals {

    /** A stand judges a night ten minutes after its window. */
    private static final Duration JUDGED_AFTER = Duration.ofMinutes(11);

    private static final int MOST_LOOKS = 10;

    private final NightSetup setup;
    private final GatewayPerson operator;

    NightSignals(NightSetup setup, GatewayPerson operator) {
        this.setup = setup;
        this.operator = operator;
    }

    /** Waits for them only if somebody cheats: a night that was not judged, and one in which nobody is conspicuous, look the same. */
    List<JsonNode> await() throws InterruptedException {
        List<JsonNode> found = now();
        if (setup.parameters().cheaters().share() == 0) {
            return found;
        }
        setup.clock().sleepUntil(setup.night().windowEnd().plus(JUDGED_AFTER));
        for (int look = 1; look < MOST_LOOKS && found.isEmpty(); look++) {
            setup.clock().sleepUntil(setup.clock().now().plus(setup.intervals().retry()));
            found = now();
        }
        if (found.isEmpty()) {
            return found;
        }
        // a night's signals are stored one after the other
        setup.clock().sleepUntil(setup.clock().now().plus(setup.intervals().retry()));
        return now();
    }

    List<JsonNode> now() throws InterruptedException {
        return operator
                .all(
                        GraphQlOperation.ABUSE_SIGNALS,
                        JsonNodes.object()
                                .put("businessDate", setup.night().businessDate().toString()),
                        "abuseSignals",
                        "signals")
                .stream()
                .filter(signal -> signal.path("region").asText().equals(NightSeed.REGION))
                .toList();
    }
}
