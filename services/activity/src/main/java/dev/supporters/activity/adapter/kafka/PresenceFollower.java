package dev.supporters.activity.adapter.kafka;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.activity.presence.KnownPlace;
import dev.supporters.activity.presence.OutageThresholds;
import dev.supporters.activity.presence.PresenceMonitor;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.PolicyFollower;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Instant;
import java.util.List;

/** Follows topics for the monitor, in every process, and starts its sweeps once the topics are read to their present end. */
@ApplicationScoped
class PresenceFollower {

    private final PresenceMonitor monitor;
    private final OutageThresholds thresholds;
    private final Events events;
    private final Scheduler scheduler;
    private final ActivityConfig config;

    PresenceFollower(
            PresenceMonitor monitor,
            OutageThresholds thresholds,
            Events events,
            Scheduler scheduler,
            ActivityConfig config) {
        this.monitor = monitor;
        this.thresholds = thresholds;
        this.events = events;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        List<TopicReader> readers =
                List.of(
                        PolicyFollower.follow(events, Topics.POLICIES, thresholds::put),
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
                        monitor.sweep();
                    }
                });
    }

    private void onWork(ReceivedEvent<WorkEvent> received) {
        WorkStep.read(received.event())
                .ifPresentOrElse(monitor::apply, () -> events.skipped(Topics.WORK, "unknown"));
    }

    private void onLocation(ReceivedEvent<LocationEvent> received) {
        LocationEvent event = received.event();
        DriverId driverId = new DriverId(event.getDriverId());
        Instant time = Timestamps.instant(event.getEventTime());
        switch (event.getEventCase()) {
            case REPORTED -> onPosition(driverId, event.getReported(), time);
            case UNREACHABLE ->
                    monitor.applyUnreachable(driverId, WorkId.ofStored(event.getWorkId()), time);
            case REACHABLE -> monitor.applyReachable(driverId, time);
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }

    /** Events of earlier versions have one time, the phone's. */
    private void onPosition(DriverId driverId, LocationReported reported, Instant time) {
        Instant reportTime =
                reported.hasReportTime() ? Timestamps.instant(reported.getReportTime()) : time;
        monitor.applyPosition(
                driverId,
                new KnownPlace.Fix(Position.of(reported.getLocation()), time, reportTime));
    }
}
