package dev.supporters.move.adapter.kafka;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.move.proposal.ProposalService;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function move-supersede: who is idle, from the topics work and activity. A driver who is no longer idle loses the move. */
@ApplicationScoped
class SupersedeConsumers {

    private final Events events;
    private final ProposalService proposals;

    SupersedeConsumers(Events events, ProposalService proposals) {
        this.events = events;
        this.proposals = proposals;
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

    private void applyWork(ReceivedEvent<WorkEvent> received) {
        WorkStep.read(received.event())
                .ifPresentOrElse(proposals::apply, () -> events.skipped(Topics.WORK, "unknown"));
    }

    private void applyActivity(ReceivedEvent<ActivityEvent> received) {
        EngagementStep.read(received.event())
                .ifPresentOrElse(
                        proposals::apply, () -> events.skipped(Topics.ACTIVITY, "unknown"));
    }
}
