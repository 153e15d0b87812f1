package dev.supporters.activity.adapter.kafka;

import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.activity.timeline.TimelineRepository;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.Optional;

/** Function activity-timeline: writes down what each driver did. */
@ApplicationScoped
class TimelineConsumers {

    private final Events events;
    private final TimelineRepository timelines;

    TimelineConsumers(Events events, TimelineRepository timelines) {
        this.events = events;
        this.timelines = timelines;
    }

    @Incoming("work")
    @Blocking
    void onWork(ConsumerRecords<String, byte[]> records) {
        events.handleAll("work", records, WorkEvent.parser(), this::addWork);
    }

    @Incoming("activity")
    @Blocking
    void onActivity(ConsumerRecords<String, byte[]> records) {
        events.handleAll("activity", records, ActivityEvent.parser(), this::addActivity);
    }

    @Incoming("locations")
    @Blocking
    void onLocation(ConsumerRecords<String, byte[]> records) {
        events.handleAll("locations", records, LocationEvent.parser(), this::addReachability);
    }

    private void addWork(ReceivedEvent<WorkEvent> received) {
        WorkEvent event = received.event();
        switch (event.getEventCase()) {
            case BEGUN, RESTED, RESUMED, ENDING, ENDED ->
                    timelines.add(
                            new TimelineEntry(
                                    received.id(),
                                    new DriverId(event.getDriverId()),
                                    WorkId.of(event),
                                    Timestamps.instant(event.getEventTime()),
                                    "WORK_" + event.getEventCase().name(),
                                    Optional.empty()));
            case EVENT_NOT_SET -> events.skipped(Topics.WORK, "unknown");
        }
    }

    private void addActivity(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        switch (event.getEventCase()) {
            case COMMANDED, ACCEPTED, REFUSED, ARRIVED, PICKED_UP, COMPLETED, CANCELLED ->
                    timelines.add(
                            new TimelineEntry(
                                    received.id(),
                                    new DriverId(event.getDriverId()),
                                    WorkId.of(event),
                                    Timestamps.instant(event.getEventTime()),
                                    "CALL_" + event.getEventCase().name(),
                                    Optional.of(new CallId(event.getCallId()))));
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, "unknown");
        }
    }

    private void addReachability(ReceivedEvent<LocationEvent> received) {
        LocationEvent event = received.event();
        switch (event.getEventCase()) {
            case UNREACHABLE, REACHABLE -> {
                if (event.getWorkId().isEmpty()) {
                    return; // after the shift: it belongs to no business date
                }
                timelines.add(
                        new TimelineEntry(
                                received.id(),
                                new DriverId(event.getDriverId()),
                                WorkId.ofStored(event.getWorkId()),
                                Timestamps.instant(event.getEventTime()),
                                event.getEventCase().name(),
                                Optional.empty()));
            }
            case REPORTED -> {} // too many, and nothing that a driver did
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }
}
