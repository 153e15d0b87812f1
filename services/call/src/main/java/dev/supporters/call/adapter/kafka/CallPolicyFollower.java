package dev.supporters.call.adapter.kafka;

import dev.supporters.call.path.CallPolicies;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.policy.v1.PolicyEvent;

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
        var _ =
                events.follow(
                        Topics.POLICIES,
                        PolicyEvent.parser(),
                        StartPosition.BEGINNING,
                        received -> apply(received.event()));
    }

    private void apply(PolicyEvent event) {
        switch (event.getEventCase()) {
            case PUT -> policies.put(event.getPut());
            case EXPERIMENT -> {} // its versions differ in nothing that counts here
            case EVENT_NOT_SET -> events.skipped(Topics.POLICIES, "unknown");
        }
    }
}
