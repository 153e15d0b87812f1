package dev.supporters.player;

import dev.supporters.contract.Position;
import dev.supporters.player.client.LegacyAppClient;
import dev.supporters.simulation.CommissionOffer;

import java.time.Duration;
import java.util.List;

/** Takes the first offer and drives it at once, again and again, until interrupted. */
final class RehearsedCommissionDriver implements PlayedPerson {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final List<String> STEPS = List.of("take", "arrive", "pick_up", "complete");

    private final LegacyAppClient legacy;
    private final String driverId;
    private final Position here;

    RehearsedCommissionDriver(LegacyAppClient legacy, String driverId, Position here) {
        this.legacy = legacy;
        this.driverId = driverId;
        this.here = here;
    }

    @Override
    public String name() {
        return "rehearsed commission driver " + driverId;
    }

    @Override
    public void play() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            legacy.location(driverId, here, true);
            List<CommissionOffer> offers = legacy.offers(driverId);
            if (!offers.isEmpty()) {
                drive(offers.getFirst().callId());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void drive(String callId) throws InterruptedException {
        for (String step : STEPS) {
            if (!legacy.step(callId, step, driverId).done()) {
                return;
            }
        }
    }
}
