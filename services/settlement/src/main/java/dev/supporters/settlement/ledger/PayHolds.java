package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What operators decided about paying a shift, because of signals of abuse. A hold is no part of the amounts: it says that the statement is
 * looked at before it is paid, also after its close.
 *
 * @param decisions of each signal the one with the highest number
 */
public record PayHolds(List<HoldDecision> decisions) {

    public static final PayHolds NONE = new PayHolds(List.of());

    public PayHolds {
        decisions = List.copyOf(decisions);
    }

    /**
     * A decision on a signal.
     *
     * @param number which of the signal's decisions it is; 1 for the first
     * @param holds whether the pay is held by it
     */
    public record HoldDecision(
            String signalId, int number, boolean holds, String actor, Instant time) {

        public HoldDecision {
            requireNonNull(signalId);
            requireNonNull(actor);
            requireNonNull(time);
        }
    }

    /** With one more decision; empty if this one, or a later one on its signal, is known. */
    public Optional<PayHolds> with(HoldDecision decided) {
        List<HoldDecision> others = new ArrayList<>();
        for (HoldDecision known : decisions) {
            if (!known.signalId().equals(decided.signalId())) {
                others.add(known);
            } else if (known.number() >= decided.number()) {
                return Optional.empty();
            }
        }
        others.add(decided);
        return Optional.of(new PayHolds(others));
    }

    public boolean held() {
        return since().isPresent();
    }

    /** Since when the pay is held: by the oldest of the decisions that hold it. */
    public Optional<Instant> since() {
        return decisions.stream()
                .filter(HoldDecision::holds)
                .map(HoldDecision::time)
                .min(Instant::compareTo);
    }
}
