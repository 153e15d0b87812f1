package dev.supporters.activity.adapter.kafka;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.activity.abuse.CollectedFacts;
import dev.supporters.activity.abuse.NightJudge;
import dev.supporters.activity.abuse.SignalMonitor;
import dev.supporters.contract.PolicyFollower;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** Function activity-abuse: collects what drivers did, and judges each night when it is over. */
@ApplicationScoped
class AbuseFollower {

    private final CollectedFacts facts;
    private final NightJudge judge;
    private final SignalMonitor monitor;
    private final Events events;
    private final Scheduler scheduler;
    private final ActivityConfig config;

    AbuseFollower(
            CollectedFacts facts,
            NightJudge judge,
            SignalMonitor monitor,
            Events events,
            Scheduler scheduler,
            ActivityConfig config) {
        this.facts = facts;
        this.judge = judge;
        this.monitor = monitor;
        this.events = events;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.abuse().enabled()) {
            return;
        }
        StartPosition past = StartPosition.last(config.abuse().history());
        List<TopicReader> readers =
                List.of(
                        PolicyFollower.follow(events, Topics.POLICIES, judge::put),
                        events.follow(Topics.CALLS, CallEvent.parser(), past, this::onCall),
                        events.follow(Topics.WORK, WorkEvent.parser(), past, this::onWork),
                        events.follow(
                                Topics.ACTIVITY, ActivityEvent.parser(), past, this::onActivity),
                        events.follow(
                                Topics.LOCATIONS, LocationEvent.parser(), past, this::onLocation),
                        events.follow(Topics.MOVES, MoveEvent.parser(), past, this::onMove));
        scheduler.every(
                config.abuse().every(),
                () -> {
                    if (readers.stream().allMatch(TopicReader::caughtUp)) {
                        judge.look();
                    }
                    monitor.look();
                });
    }

    private void onCall(ReceivedEvent<CallEvent> received) {
        switch (received.event().getEventCase()) {
            case REQUESTED -> facts.requested(received.event());
            case ASSIGNED,
                    SENT_TO_GENERAL,
                    PROGRESSED,
                    ENDED -> {} // commander tells what drivers do
            case EVENT_NOT_SET -> events.skipped(Topics.CALLS, "unknown");
        }
    }

    private void onWork(ReceivedEvent<WorkEvent> received) {
        WorkStep.read(received.event())
                .ifPresentOrElse(facts::apply, () -> events.skipped(Topics.WORK, "unknown"));
    }

    private void onActivity(ReceivedEvent<ActivityEvent> received) {
        switch (received.event().getEventCase()) {
            case COMMANDED, ACCEPTED, REFUSED, ARRIVED, PICKED_UP, COMPLETED, CANCELLED ->
                    facts.apply(received.event());
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, "unknown");
        }
    }

    private void onLocation(ReceivedEvent<LocationEvent> received) {
        switch (received.event().getEventCase()) {
            case REPORTED, UNREACHABLE, REACHABLE -> facts.apply(received.event());
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }

    private void onMove(ReceivedEvent<MoveEvent> received) {
        switch (received.event().getEventCase()) {
            case CHANGED ->
                    facts.apply(
                            received.event().getChanged(),
                            Timestamps.instant(received.event().getEventTime()));
            case EVENT_NOT_SET -> events.skipped(Topics.MOVES, "unknown");
        }
    }
}
