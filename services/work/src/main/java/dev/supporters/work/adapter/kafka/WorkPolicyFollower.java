package dev.supporters.work.adapter.kafka;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyFollower;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.begin.WorkPolicy;
import dev.supporters.work.begin.WorkPolicyProvider;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The policies in force, in memory. */
@ApplicationScoped
class WorkPolicyFollower implements WorkPolicyProvider {

    private final Events events;
    private final PoliciesInForce<WorkPolicy> policies;
    private final AtomicReference<Optional<TopicReader>> reader =
            new AtomicReference<>(Optional.empty());

    WorkPolicyFollower(Events events, Clock clock) {
        this.events = events;
        policies = new PoliciesInForce<>(WorkPolicyMapper::read, clock);
    }

    void start(@Observes StartupEvent event) {
        reader.set(Optional.of(PolicyFollower.follow(events, Topics.POLICIES, policies::put)));
    }

    @Override
    public WorkPolicy get(Product product, String region) {
        return policies.require(product, region, caughtUp());
    }

    boolean caughtUp() {
        return reader.get().map(TopicReader::caughtUp).orElse(false);
    }
}
