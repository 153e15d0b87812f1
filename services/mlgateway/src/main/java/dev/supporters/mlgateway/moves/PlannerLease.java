package dev.supporters.mlgateway.moves;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who plans for a product and region, and until when. Instances' clocks differ: the holder counts the lease as over a while before its
 * end, the others count it as over a while after.
 */
public record PlannerLease(String holder, Instant until) {

    public PlannerLease {
        requireNonNull(holder);
        requireNonNull(until);
    }

    /**
     * How long a lease lasts.
     *
     * @param skew how far a clock may be from the true time
     */
    public record LeaseTerms(Duration length, Duration skew) {

        public LeaseTerms {
            if (length.compareTo(skew.multipliedBy(4)) <= 0) {
                throw new IllegalArgumentException(
                        "lease: "
                                + length
                                + " (expected: more than four times the skew "
                                + skew
                                + ")");
            }
        }
    }

    /** The lease after somebody asked for it; empty if another has it. */
    static Optional<PlannerLease> asked(
            Optional<PlannerLease> present, String by, Instant now, LeaseTerms terms) {
        boolean taken =
                present.filter(lease -> !lease.holder().equals(by))
                        .filter(lease -> !now.isAfter(lease.until().plus(terms.skew())))
                        .isPresent();
        return taken
                ? Optional.empty()
                : Optional.of(new PlannerLease(by, now.plus(terms.length())));
    }

    /** Whether its holder may still act on it. */
    boolean heldBy(String instance, Instant now, LeaseTerms terms) {
        return holder.equals(instance) && now.isBefore(until.minus(terms.skew()));
    }
}
