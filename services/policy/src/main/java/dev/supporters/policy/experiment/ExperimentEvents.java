package dev.supporters.policy.experiment;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyMessages;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.events.policy.v1.PolicyEvent;

/** What the service writes of experiments to the topic of policies. Each has a key of its own, so that its newest event stays. */
final class ExperimentEvents {

    private static final String CHANGED = "supporters.policy.experiment-changed.v1";

    private ExperimentEvents() {}

    static Event put(
            PolicyKey key,
            Experiment experiment,
            PolicyRevision control,
            PolicyRevision treatment) {
        return event(
                key,
                experiment,
                ExperimentChanged.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(key, experiment))
                        .setControl(PolicyMessages.told(control))
                        .setTreatment(PolicyMessages.told(treatment))
                        .build());
    }

    static Event stopped(PolicyKey key, Experiment experiment) {
        return event(
                key,
                experiment,
                ExperimentChanged.newBuilder()
                        .setExperiment(ExperimentMessages.experiment(key, experiment))
                        .build());
    }

    private static Event event(PolicyKey key, Experiment experiment, ExperimentChanged changed) {
        return new Event(
                Topics.POLICIES,
                key.id() + "/" + experiment.name(),
                CHANGED,
                PolicyEvent.newBuilder().setExperiment(changed).build());
    }
}
