package dev.supporters.commander.slot;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** A driver. A slash is kept free for the ids of documents that are no slots. */
public record DriverId(String value) {

    private static final int MAX_LENGTH = 100;

    public DriverId {
        Require.text(value, "driver_id", MAX_LENGTH);
        if (value.indexOf('/') >= 0) {
            throw Refusal.invalid("driver_id", value, "an id without a slash");
        }
    }
}
