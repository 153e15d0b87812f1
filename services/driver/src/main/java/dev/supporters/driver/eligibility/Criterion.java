package dev.supporters.driver.eligibility;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * One thing by which eligibility is judged.
 *
 * @param value the driver's; empty where there is none: what nobody knows speaks against nobody
 * @param limit the policy's; empty if there is none
 */
public record Criterion(Kind kind, OptionalDouble value, OptionalDouble limit) {

    public Criterion {
        requireNonNull(kind);
        requireNonNull(value);
        requireNonNull(limit);
    }

    /** What is compared, and on which side of the limit it must be. */
    public enum Kind {
        /** Completed drives. */
        COMPLETED_DRIVES(true),
        /** Drives that were cancelled after their assignment, in percent of those that were completed or cancelled so. */
        CANCELLATION_PERCENT(false),
        /** Accidents. */
        ACCIDENTS(false),
        /** Fines. */
        FINES(false),
        /** The average of customers' ratings. */
        RATING(true);

        private final boolean atLeast;

        Kind(boolean atLeast) {
            this.atLeast = atLeast;
        }
    }

    public boolean met() {
        if (value.isEmpty() || limit.isEmpty()) {
            return true;
        }
        return kind.atLeast
                ? value.getAsDouble() >= limit.getAsDouble()
                : value.getAsDouble() <= limit.getAsDouble();
    }

    /** What a refusal says was found. */
    String found() {
        return kind + ": " + number(value);
    }

    /** What a refusal says was expected. */
    String expected() {
        return kind + ": " + (kind.atLeast ? "at least " : "at most ") + number(limit);
    }

    private static String number(OptionalDouble number) {
        return number.isPresent()
                ? Double.toString(number.getAsDouble()).replaceFirst("\\.0$", "")
                : "none";
    }
}
