package dev.supporters.move.proposal;

import dev.supporters.platform.refusal.Require;

/** Which driver. */
public record DriverId(String value) {

    private static final int LENGTH = 64;

    public DriverId {
        Require.text(value, "driver_id", LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
