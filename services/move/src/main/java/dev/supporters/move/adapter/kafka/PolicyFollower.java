package dev.supporters.move.adapter.kafka;

import dev.supporters.move.proposal.RegionBoundsProjection;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.policy.v1.PolicyEvent;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Optional;

/** Every instance reads all policies: where the regions are. */
@ApplicationScoped
class PolicyFollower {

    private final Events events;
    private final RegionBoundsProjection regions;
    private volatile Optional<TopicReader> reader = Optional.empty();

    PolicyFollower(Events events, RegionBoundsProjection regions) {
        this.events = events;
        this.regions = regions;
    }

    void start(@Observes StartupEvent event) {
        reader =
                Optional.of(
                        events.follow(
                                Topics.POLICIES,
                                PolicyEvent.parser(),
                                StartPosition.BEGINNING,
                                received -> apply(received.event())));
    }

    /** A signal that comes before the policies were read waits: its place could not be checked. */
    void requireCaughtUp() {
        if (reader.filter(TopicReader::caughtUp).isEmpty()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE, "policies", "policies that were read");
        }
    }

    private void apply(PolicyEvent event) {
        switch (event.getEventCase()) {
            case PUT -> regions.put(event.getPut());
            case EXPERIMENT -> {} // its versions differ in nothing that counts here
            case EVENT_NOT_SET -> events.skipped(Topics.POLICIES, "unknown");
        }
    }
}
