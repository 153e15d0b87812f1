package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;

import java.time.Duration;

/** Limits of a policy's durations; protos cannot declare them. A refusal names the field, what was found and what was expected. */
public final class PolicyLimits {

    /** No command waits longer for a driver's refusal, whoever gives it. */
    public static final Duration LONGEST_VETO = Duration.ofSeconds(120);

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofHours(24);
    static final Duration YEAR = Duration.ofDays(366);

    private PolicyLimits() {}

    /** From 0 to the most. */
    static void within(Duration found, String field, Duration most) {
        if (found.isNegative() || found.compareTo(most) > 0) {
            throw Refusal.invalid(field, found, "0 to " + most);
        }
    }

    public static void positive(Duration found, String field, Duration most) {
        if (!found.isPositive() || found.compareTo(most) > 0) {
            throw Refusal.invalid(field, found, "more than 0, at most " + most);
        }
    }

    /** From 0 to the most; if it is needed, not 0. */
    static void within(
            Duration found, String field, Duration most, boolean needed, String because) {
        if (needed && found.isZero()) {
            throw Refusal.invalid(field, found, "more than 0, at most " + most + ", as " + because);
        }
        within(found, field, most);
    }
}
