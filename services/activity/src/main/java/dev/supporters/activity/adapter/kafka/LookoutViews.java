package dev.supporters.activity.adapter.kafka;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.activity.presence.DriverId;
import dev.supporters.activity.presence.Lookout;
import dev.supporters.activity.presence.Thresholds;
import dev.supporters.activity.presence.WorkId;
import dev.supporters.activity.presence.WorkStep;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.policy.v1.Policy;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Instant;
import java.util.List;

/** Keeps the lookout informed, from the topics and in every process; and has it sweep once it knows what there is to know. */
@ApplicationScoped
class LookoutViews {

    private final Lookout lookout;
    private final Thresholds thresholds;
    private final Events events;
    private final Scheduler scheduler;
    private final ActivityConfig config;

    LookoutViews(
            Lookout lookout,
            Thresholds thresholds,
            Events events,
            Scheduler scheduler,
            ActivityConfig config) {
        this.lookout = lookout;
        this.thresholds = thresholds;
        this.events = events;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        List<TopicReader> readers =
                List.of(
                        events.follow(
                                Topics.POLICIES,
                                PolicyEvent.parser(),
                                StartPosition.BEGINNING,
                                this::onPolicy),
                        events.follow(
                                Topics.WORK,
                                WorkEvent.parser(),
                                StartPosition.last(config.workHistory()),
                                this::onWork),
                        events.follow(
                                Topics.LOCATIONS,
                                LocationEvent.parser(),
                                StartPosition.last(config.locationHistory()),
                                this::onLocation));
        scheduler.every(
                config.sweepEvery(),
                () -> {
                    if (readers.stream().allMatch(TopicReader::caughtUp)) {
                        lookout.sweep();
                    }
                });
    }

    private void onPolicy(ReceivedEvent<PolicyEvent> received) {
        switch (received.event().getEventCase()) {
            case PUT -> {
                Policy policy = received.event().getPut().getPolicy();
                thresholds.put(
                        policy.getProduct(),
                        policy.getRegion(),
                        policy.getVersion(),
                        Timestamps.duration(policy.getUnreachableAfter()));
            }
            case EVENT_NOT_SET -> events.skipped(Topics.POLICIES, "unknown");
        }
    }

    private void onWork(ReceivedEvent<WorkEvent> received) {
        WorkEvent event = received.event();
        switch (event.getEventCase()) {
            case BEGUN, RESUMED -> note(event, WorkStep.Standing.WORKING);
            case RESTED -> note(event, WorkStep.Standing.RESTING);
            case ENDING -> note(event, WorkStep.Standing.ENDING);
            case ENDED -> note(event, WorkStep.Standing.ENDED);
            case EVENT_NOT_SET -> events.skipped(Topics.WORK, "unknown");
        }
    }

    private void note(WorkEvent event, WorkStep.Standing standing) {
        lookout.note(
                new DriverId(event.getDriverId()),
                new WorkStep(
                        new WorkId(event.getWorkId()),
                        event.getProduct(),
                        event.getRegion(),
                        event.getVersion(),
                        standing,
                        Timestamps.instant(event.getEventTime())));
    }

    private void onLocation(ReceivedEvent<LocationEvent> received) {
        LocationEvent event = received.event();
        DriverId driverId = new DriverId(event.getDriverId());
        Instant time = Timestamps.instant(event.getEventTime());
        switch (event.getEventCase()) {
            case REPORTED -> lookout.notePosition(driverId, time);
            case UNREACHABLE ->
                    lookout.noteUnreachable(driverId, new WorkId(event.getWorkId()), time);
            case REACHABLE -> lookout.noteReachable(driverId, time);
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }
}
