package dev.supporters.mlgateway.moves;

import dev.supporters.mlgateway.moves.PlannerLease.LeaseTerms;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One planner at a time: takes and renews the leases of one instance. The update in the store is conditional, so of two that ask at once one gets it. */
final class LeaseService {

    private final AggregateStore<PlannerLease> leases;
    private final String instance;
    private final LeaseTerms terms;
    private final Clock clock;

    LeaseService(
            AggregateStore<PlannerLease> leases, String instance, LeaseTerms terms, Clock clock) {
        this.leases = leases;
        this.instance = instance;
        this.terms = terms;
        this.clock = clock;
    }

    /** Takes the lease, or renews it; whether this instance has it. */
    boolean hold(String key) {
        Optional<Versioned<PlannerLease>> stored =
                leases.react(
                        key,
                        "",
                        (present, version) ->
                                PlannerLease.asked(present, instance, clock.instant(), terms)
                                        .map(lease -> new Change<>(lease, List.of())));
        return held(stored);
    }

    /** Whether this instance still has it: a tick that took too long must not publish. */
    boolean holds(String key) {
        return held(leases.find(key));
    }

    private boolean held(Optional<Versioned<PlannerLease>> stored) {
        return stored.map(Versioned::value)
                .filter(lease -> lease.heldBy(instance, clock.instant(), terms))
                .isPresent();
    }
}
