package dev.supporters.contract;

import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import java.util.function.Consumer;

/** Follows the policies and their experiments from the first on, in every function that decides by their numbers. */
public final class PolicyFollower {

    private PolicyFollower() {}

    /** Begins, where the versions of an experiment differ in nothing that counts. */
    public static TopicReader follow(
            Events events, String topicOfPolicies, Consumer<PolicyPut> policies) {
        return follow(events, topicOfPolicies, policies, experiment -> {});
    }

    /** Begins. An event of a kind that this version does not know is counted, and says nothing. */
    public static TopicReader follow(
            Events events,
            String topicOfPolicies,
            Consumer<PolicyPut> policies,
            Consumer<ExperimentChanged> experiments) {
        return events.follow(
                topicOfPolicies,
                PolicyEvent.parser(),
                StartPosition.BEGINNING,
                received -> {
                    PolicyEvent event = received.event();
                    switch (event.getEventCase()) {
                        case PUT -> policies.accept(event.getPut());
                        case EXPERIMENT -> experiments.accept(event.getExperiment());
                        case EVENT_NOT_SET -> events.skipped(topicOfPolicies, "unknown");
                    }
                });
    }
}
