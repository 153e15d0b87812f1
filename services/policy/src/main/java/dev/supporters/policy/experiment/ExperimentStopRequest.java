package dev.supporters.policy.experiment;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.store.RequestCause;
import dev.supporters.policy.revision.PolicyKey;

/**
 * Asks for the end of an experiment before its last night.
 *
 * @param actor an operator, or the guard
 */
public record ExperimentStopRequest(
        String requestId, PolicyKey key, String name, String reason, String actor) {

    public ExperimentStopRequest {
        requireNonNull(requestId);
        requireNonNull(key);
        requireNonNull(name);
        requireNonNull(reason);
        requireNonNull(actor);
    }

    String cause() {
        return RequestCause.of("StopExperiment", requestId, name, reason, actor);
    }
}
