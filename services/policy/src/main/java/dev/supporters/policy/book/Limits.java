package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;

import java.time.Duration;

/** Bounds of a policy's numbers. */
final class Limits {

    private Limits() {}

    static Duration positive(Duration found, String field, Duration most) {
        if (!found.isPositive() || found.compareTo(most) > 0) {
            throw Refusal.invalid(field, found, "more than 0, at most " + most);
        }
        return found;
    }

    static int within(int found, String field, int least, int most) {
        if (found < least || found > most) {
            throw Refusal.invalid(field, found, least + " to " + most);
        }
        return found;
    }
}
