package dev.supporters.driver.adapter.kafka;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.driver.statistics.DriveResult;
import dev.supporters.driver.statistics.StatisticsService;
import dev.supporters.driver.status.DriverStatusService;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function driver-status: what each driver does and has done, from the topics work and activity, and calls for drives of general dispatch. */
@ApplicationScoped
class StatusConsumers {

    private final Events events;
    private final DriverStatusService statuses;
    private final StatisticsService statistics;

    StatusConsumers(Events events, DriverStatusService statuses, StatisticsService statistics) {
        this.events = events;
        this.statuses = statuses;
        this.statistics = statistics;
    }

    @Incoming("work")
    @Blocking
    void onWork(ConsumerRecords<String, byte[]> records) {
        events.handleAll("work", records, WorkEvent.parser(), this::applyWork);
    }

    @Incoming("activity")
    @Blocking
    void onActivity(ConsumerRecords<String, byte[]> records) {
        events.handleAll("activity", records, ActivityEvent.parser(), this::applyActivity);
    }

    @Incoming("calls")
    @Blocking
    void onCall(ConsumerRecords<String, byte[]> records) {
        events.handleAll(
                "calls",
                records,
                CallEvent.parser(),
                received -> DriveResult.read(received.event()).ifPresent(statistics::apply));
    }

    private void applyWork(ReceivedEvent<WorkEvent> received) {
        WorkStep.read(received.event())
                .ifPresentOrElse(statuses::apply, () -> events.skipped(Topics.WORK, "unknown"));
    }

    /** Whoever fails gets the event again; what is written already then changes nothing. */
    private void applyActivity(ReceivedEvent<ActivityEvent> received) {
        DriveResult.read(received.event()).ifPresent(statistics::apply);
        EngagementStep.read(received.event())
                .ifPresentOrElse(statuses::apply, () -> events.skipped(Topics.ACTIVITY, "unknown"));
    }
}
