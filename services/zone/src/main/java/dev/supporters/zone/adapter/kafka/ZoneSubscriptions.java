package dev.supporters.zone.adapter.kafka;

import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.zone.ZoneConfig;
import dev.supporters.zone.plan.RefreshReadiness;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.ArrayList;
import java.util.List;

/** The topics that this process reads by itself: policies; with the function zone-refresh also calls and shifts. */
@ApplicationScoped
class ZoneSubscriptions implements RefreshReadiness {

    private final Events events;
    private final ZoneProjection projection;
    private final ZoneConfig config;
    private volatile List<TopicReader> readers = List.of();

    ZoneSubscriptions(Events events, ZoneProjection projection, ZoneConfig config) {
        this.events = events;
        this.projection = projection;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        List<TopicReader> started = new ArrayList<>();
        started.add(
                events.follow(
                        Topics.POLICIES,
                        PolicyEvent.parser(),
                        StartPosition.BEGINNING,
                        put -> projection.apply(put.event())));
        if (config.refresh().enabled()) {
            StartPosition past = StartPosition.last(config.refresh().past());
            started.add(
                    events.follow(
                            Topics.CALLS,
                            CallEvent.parser(),
                            past,
                            call -> projection.apply(call.event())));
            started.add(
                    events.follow(
                            Topics.WORK,
                            WorkEvent.parser(),
                            past,
                            work -> projection.apply(work.event())));
        }
        readers = List.copyOf(started);
    }

    @Override
    public boolean caughtUp() {
        List<TopicReader> started = readers;
        return !started.isEmpty() && started.stream().allMatch(TopicReader::caughtUp);
    }
}
