package dev.supporters.policy.experiment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.policy.revision.PolicyKey;

/**
 * An experiment as an operator asks for it.
 *
 * @param expectedVersion that of the region's experiments; 0 for a first one, or {@link #ANY_VERSION}
 * @param actor who asks for it
 */
public record ExperimentUpdate(
        String requestId,
        PolicyKey key,
        SwitchbackPlan plan,
        long control,
        long treatment,
        int nights,
        String reason,
        long expectedVersion,
        String actor) {

    /** Whatever was changed since. */
    public static final long ANY_VERSION = -1;

    public ExperimentUpdate {
        requireNonNull(requestId);
        requireNonNull(key);
        requireNonNull(plan);
        requireNonNull(reason);
        requireNonNull(actor);
    }

    String cause() {
        return RequestCause.of(
                "PutExperiment", requestId, plan, control, treatment, nights, reason, actor);
    }
}
