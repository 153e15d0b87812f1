package dev.supporters.driver.adapter.kafka;

import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyFollower;
import dev.supporters.driver.eligibility.JoinPolicyProvider;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.event.TopicsCaughtUpCheck;
import dev.supporters.proto.common.v1.Product;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** Who may join, by the policies in force, in memory. A process is ready once it has read them. */
@ApplicationScoped
class JoinPolicyFollower implements JoinPolicyProvider {

    private final Events events;
    private final PoliciesInForce<JoinPolicy> policies;
    private final TopicsCaughtUpCheck followed;

    JoinPolicyFollower(Events events, TopicsCaughtUpCheck followed, Clock clock) {
        this.events = events;
        this.followed = followed;
        policies = new PoliciesInForce<>(inForce -> JoinPolicy.of(inForce.policy()), clock);
    }

    void start(@Observes StartupEvent event) {
        followed.add(PolicyFollower.follow(events, Topics.POLICIES, policies::put));
    }

    @Override
    public JoinPolicy get(Product product, String region) {
        return policies.require(product, region, followed.caughtUp());
    }
}
