package dev.supporters.activity.abuse;

import static java.util.Objects.requireNonNull;

import dev.supporters.dispatch.abuse.AbuseSignal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signal as operators see it: what was found in a night, and what they decided on it. What follows from a decision is done by who owns it: pay by {@code settlement}, memberships by {@code driver}.
 *
 * @param policyVersion of the policy whose thresholds apply
 * @param decisions oldest first
 */
public record Signal(
        NightKey night,
        AbuseSignal found,
        long policyVersion,
        Instant findTime,
        List<DecisionRecord> decisions) {

    public Signal {
        requireNonNull(night);
        requireNonNull(found);
        requireNonNull(findTime);
        decisions = List.copyOf(decisions);
    }

    /** What an operator may decide. */
    public enum Decision {
        /** There is an honest explanation. */
        DISMISS,
        /** The driver is warned. */
        WARN,
        /** The pay of the night is looked at before it goes out. */
        HOLD_PAY,
        /** The driver may not work until it is cleared up. */
        SUSPEND;

        /** Whether this one leaves another as it is: that pay is held says nothing about a suspension, and the other way round. */
        private boolean leaves(Decision other) {
            return (this == HOLD_PAY && other == SUSPEND) || (this == SUSPEND && other == HOLD_PAY);
        }
    }

    /**
     * A decision, why, by whom and when.
     *
     * @param reason for operators
     * @param driverText what the driver is told beside the usual words; empty if nothing
     */
    public record DecisionRecord(
            Decision decision, String reason, String driverText, String actor, Instant time) {

        public DecisionRecord {
            requireNonNull(decision);
            requireNonNull(reason);
            requireNonNull(driverText);
            requireNonNull(actor);
            requireNonNull(time);
        }
    }

    /** Ids of drivers have no slash. */
    public String id() {
        return night.id() + "/" + found.driverId().value() + "/" + found.kind();
    }

    public boolean isDecided() {
        return !decisions.isEmpty();
    }

    /** Whether the driver is told of it: whatever comes later, a decision against a driver is never one that he does not see. */
    public boolean isTold() {
        return decisions.stream().anyMatch(each -> each.decision() != Decision.DISMISS);
    }

    /** What was decided before the newest decision and still counts beside it. */
    public Optional<Decision> stillCounts() {
        Decision newest = decisions.getLast().decision();
        for (DecisionRecord before : decisions.reversed()) {
            if (newest.leaves(before.decision())) {
                return Optional.of(before.decision());
            }
            if (before.decision() != newest) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    public Signal with(DecisionRecord decided) {
        List<DecisionRecord> all = new ArrayList<>(decisions);
        all.add(decided);
        return new Signal(night, found, policyVersion, findTime, all);
    }
}
