package dev.supporters.call.adapter.kafka;

import dev.supporters.call.path.CallPolicies;
import dev.supporters.contract.PolicyFollower;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Every instance reads all policies. Nobody waits for them: what they would refuse, routing sends to general dispatch. */
@ApplicationScoped
class CallPolicyFollower {

    private final Events events;
    private final CallPolicies policies;

    CallPolicyFollower(Events events, CallPolicies policies) {
        this.events = events;
        this.policies = policies;
    }

    void start(@Observes StartupEvent event) {
        var _ = PolicyFollower.follow(events, Topics.POLICIES, policies::put);
    }
}
