package dev.supporters.zone.adapter.kafka;

import dev.supporters.contract.PolicyFollower;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.event.TopicsCaughtUpCheck;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.zone.ZoneConfig;
import dev.supporters.zone.region.ZoneRegions;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The topics that this process reads by itself: policies; with the function zone-refresh also calls and shifts. */
@ApplicationScoped
class ZoneSubscriptions {

    private final Events events;
    private final ZoneRegions regions;
    private final ZoneProjection projection;
    private final ZoneConfig config;
    private final TopicsCaughtUpCheck followed;

    ZoneSubscriptions(
            Events events,
            ZoneRegions regions,
            ZoneProjection projection,
            ZoneConfig config,
            TopicsCaughtUpCheck followed) {
        this.events = events;
        this.regions = regions;
        this.projection = projection;
        this.config = config;
        this.followed = followed;
    }

    void start(@Observes StartupEvent event) {
        followed.add(PolicyFollower.follow(events, Topics.POLICIES, regions::put));
        if (config.refresh().enabled()) {
            StartPosition past = StartPosition.last(config.refresh().past());
            followed.add(
                    events.follow(
                            Topics.CALLS,
                            CallEvent.parser(),
                            past,
                            call -> projection.apply(call.event())));
            followed.add(
                    events.follow(
                            Topics.WORK,
                            WorkEvent.parser(),
                            past,
                            work -> projection.apply(work.event())));
        }
    }
}
