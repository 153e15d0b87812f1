package dev.supporters.insight.adapter.kafka;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import dev.supporters.contract.PolicyFollower;
import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.experiment.RunningExperiments;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.event.TopicsCaughtUpCheck;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.function.Consumer;

/** The topics that this process reads by itself: policies; with the function insight-projector also what it counts. */
@ApplicationScoped
class NightSubscriptions {

    private final Events events;
    private final NightRegions regions;
    private final RunningExperiments experiments;
    private final NightProjection projection;
    private final InsightConfig config;
    private final TopicsCaughtUpCheck followed;

    NightSubscriptions(
            Events events,
            NightRegions regions,
            RunningExperiments experiments,
            NightProjection projection,
            InsightConfig config,
            TopicsCaughtUpCheck followed) {
        this.events = events;
        this.regions = regions;
        this.experiments = experiments;
        this.projection = projection;
        this.config = config;
        this.followed = followed;
    }

    void start(@Observes StartupEvent event) {
        StartPosition past = StartPosition.last(config.counting().past());
        StartPosition all = StartPosition.BEGINNING;
        followed.add(
                PolicyFollower.follow(events, Topics.POLICIES, regions::put, experiments::put));
        if (config.counting().enabled()) {
            follow(Topics.DRIVERS, DriverEvent.parser(), all, projection::apply);
            follow(Topics.CALLS, CallEvent.parser(), past, projection::apply);
            follow(Topics.ACTIVITY, ActivityEvent.parser(), past, projection::apply);
            follow(Topics.WORK, WorkEvent.parser(), past, projection::apply);
            follow(Topics.ZONES, ZoneEvent.parser(), past, projection::apply);
        }
    }

    private <E extends Message> void follow(
            String topic, Parser<E> parser, StartPosition from, Consumer<E> projected) {
        followed.add(
                events.follow(topic, parser, from, received -> projected.accept(received.event())));
    }
}
