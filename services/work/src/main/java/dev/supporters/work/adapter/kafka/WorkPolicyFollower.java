package dev.supporters.work.adapter.kafka;

import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.work.begin.WorkPolicy;
import dev.supporters.work.begin.WorkPolicyProvider;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The newest policies, in memory. */
@ApplicationScoped
class WorkPolicyFollower implements WorkPolicyProvider {

    private final Events events;
    private final Map<String, WorkPolicy> newest = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<TopicReader>> reader =
            new AtomicReference<>(Optional.empty());

    WorkPolicyFollower(Events events) {
        this.events = events;
    }

    void start(@Observes StartupEvent event) {
        reader.set(
                Optional.of(
                        events.follow(
                                Topics.POLICIES,
                                PolicyEvent.parser(),
                                StartPosition.BEGINNING,
                                this::on)));
    }

    @Override
    public WorkPolicy get(Product product, String region) {
        WorkPolicy policy = newest.get(key(product, region));
        if (policy != null) {
            return policy;
        }
        if (!caughtUp()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                    "policies not read yet",
                    "all policies read");
        }
        throw new Refusal(
                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                key(product, region),
                "a policy that was put");
    }

    boolean caughtUp() {
        return reader.get().map(TopicReader::caughtUp).orElse(false);
    }

    void on(ReceivedEvent<PolicyEvent> received) {
        switch (received.event().getEventCase()) {
            case PUT -> {
                WorkPolicy policy = WorkPolicyMapper.read(received.event().getPut().getPolicy());
                newest.merge(
                        key(policy.product(), policy.region()),
                        policy,
                        (before, put) -> put.version() >= before.version() ? put : before);
            }
            case EVENT_NOT_SET -> events.skipped(Topics.POLICIES, "unknown");
        }
    }

    private static String key(Product product, String region) {
        return product.name() + "/" + region;
    }
}
