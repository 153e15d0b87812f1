package dev.supporters.routing.adapter.kafka;

import dev.supporters.contract.GeneralDrives;
import dev.supporters.contract.PolicyFollower;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.routing.RoutingConfig;
import dev.supporters.routing.policy.RegionPolicies;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** The topics that every deciding function reads by itself: shifts and engagements from as far back as a shift may reach. */
@ApplicationScoped
public class TopicSubscriptions {

    private final Events events;
    private final RegionPolicies policies;
    private final SupporterProjection changes;
    private final GeneralDrives general;
    private final RoutingConfig config;
    private volatile List<TopicReader> readers = List.of();

    TopicSubscriptions(
            Events events,
            RegionPolicies policies,
            SupporterProjection changes,
            GeneralDrives general,
            RoutingConfig config) {
        this.events = events;
        this.policies = policies;
        this.changes = changes;
        this.general = general;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.serve()) {
            return;
        }
        StartPosition past = StartPosition.last(config.history());
        readers =
                List.of(
                        PolicyFollower.follow(
                                events, Topics.POLICIES, policies::put, policies::put),
                        events.follow(
                                Topics.ZONES,
                                ZoneEvent.parser(),
                                StartPosition.BEGINNING,
                                planned -> changes.apply(planned.event())),
                        events.follow(
                                Topics.DRIVERS,
                                DriverEvent.parser(),
                                StartPosition.BEGINNING,
                                put -> changes.apply(put.event())),
                        events.follow(
                                Topics.TAGS,
                                TagEvent.parser(),
                                StartPosition.BEGINNING,
                                put -> changes.apply(put.event())),
                        events.followInParallel(
                                Topics.WORK,
                                WorkEvent.parser(),
                                past,
                                work -> changes.apply(work.event())),
                        events.followInParallel(
                                Topics.ACTIVITY,
                                ActivityEvent.parser(),
                                past,
                                did -> changes.apply(did.event())),
                        events.followInParallel(
                                Topics.CALLS,
                                CallEvent.parser(),
                                StartPosition.last(GeneralDrives.LONGEST),
                                call -> general.apply(call.event(), call.time())),
                        events.followInParallel(
                                Topics.LOCATIONS,
                                LocationEvent.parser(),
                                StartPosition.newestOfLast(config.locationHistory()),
                                place -> changes.apply(place.event())));
    }

    /** Whether all is in memory that there was at start. */
    public boolean caughtUp() {
        return readers.stream().allMatch(TopicReader::caughtUp);
    }
}
