package dev.supporters.simulation;

import java.time.Duration;

/** A customer of tonight and what the customer puts up with. */
public record CustomerPlan(
        int number,
        String customerId,
        String name,
        NightCall call,
        Duration patience,
        Duration acceptableEta,
        boolean cancelsAnyway,
        Duration cancelAfter) {

    /** Whether the customer cancels on being shown this ETA. */
    public boolean cancelsOn(Duration eta) {
        return cancelsAnyway || eta.compareTo(acceptableEta) > 0;
    }

    /** How long after the acceptance the customer has had enough. */
    public Duration latest(NightParameters parameters) {
        return Duration.ofMillis(Math.round(acceptableEta.toMillis() * parameters.lateFactor()));
    }
}
