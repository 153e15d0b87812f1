package dev.supporters.move.adapter.kafka;

import dev.supporters.contract.PolicyFollower;
import dev.supporters.move.proposal.RegionBoundsProjection;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Optional;

/** Every instance reads all policies: where the regions are. */
@ApplicationScoped
class MoveRegionFollower {

    private final Events events;
    private final RegionBoundsProjection regions;
    private volatile Optional<TopicReader> reader = Optional.empty();

    MoveRegionFollower(Events events, RegionBoundsProjection regions) {
        this.events = events;
        this.regions = regions;
    }

    void start(@Observes StartupEvent event) {
        reader = Optional.of(PolicyFollower.follow(events, Topics.POLICIES, regions::put));
    }

    /** A signal that comes before the policies were read waits: its place could not be checked. */
    void requireCaughtUp() {
        if (reader.filter(TopicReader::caughtUp).isEmpty()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE, "policies", "policies that were read");
        }
    }
}
