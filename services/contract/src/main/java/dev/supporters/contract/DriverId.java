package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** A driver. The id has no slash, which document ids use as a separator. */
public record DriverId(String value) implements Comparable<DriverId> {

    public static final int MAX_LENGTH = 64;

    public DriverId {
        Require.text(value, "driver_id", MAX_LENGTH);
        if (value.indexOf('/') >= 0) {
            throw Refusal.invalid("driver_id", value, "an id without a slash");
        }
    }

    @Override
    public int compareTo(DriverId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
