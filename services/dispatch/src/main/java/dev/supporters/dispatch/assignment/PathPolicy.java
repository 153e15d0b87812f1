package dev.supporters.dispatch.assignment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.WorkWindow;

import java.time.Duration;
import java.time.Instant;

/**
 * The numbers of a policy that a call's path depends on.
 *
 * @param rolloutPercent share of the calls that may go to supporters
 * @param maxPickup no candidate may need longer to the customer
 * @param maxCandidates so many of the nearest are ranked
 * @param currency in which fares are; empty: it is not looked at
 * @param calls what of a request is believed
 */
public record PathPolicy(
        WorkWindow window,
        int rolloutPercent,
        Duration maxPickup,
        int maxCandidates,
        AssignmentPolicy assignment,
        String currency,
        CallPolicy calls) {

    public PathPolicy {
        requireNonNull(window);
        requireNonNull(maxPickup);
        requireNonNull(assignment);
        requireNonNull(currency);
        requireNonNull(calls);
    }

    /** A policy that believes all that a request says. */
    public PathPolicy(
            WorkWindow window,
            int rolloutPercent,
            Duration maxPickup,
            int maxCandidates,
            AssignmentPolicy assignment) {
        this(window, rolloutPercent, maxPickup, maxCandidates, assignment, "", CallPolicy.OFF);
    }

    /** The longest pickup now, for a call that was requested at an instant. */
    public Duration pickupCap(Instant requestTime, Instant now) {
        return assignment
                .firstPickup()
                .map(first -> grown(first, requestTime, now))
                .orElse(maxPickup);
    }

    /** Until when a call may wait for a supporter. */
    public Instant holdsUntil(Instant requestTime) {
        return requestTime.plus(assignment.hold());
    }

    private Duration grown(Duration first, Instant requestTime, Instant now) {
        PickupCap cap =
                new PickupCap(
                        first.compareTo(maxPickup) < 0 ? first : maxPickup,
                        maxPickup,
                        assignment.pickupGrowth(),
                        PickupCap.STANDARD.lastMinutes());
        Duration left =
                window.at(now).map(open -> Duration.between(now, open.end())).orElse(Duration.ZERO);
        return cap.at(Duration.between(requestTime, now), left);
    }
}
