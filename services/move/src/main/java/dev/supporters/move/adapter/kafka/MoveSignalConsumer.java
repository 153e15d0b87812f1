package dev.supporters.move.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.move.proposal.MoveSignal;
import dev.supporters.move.proposal.ProposalService;
import dev.supporters.move.proposal.SignalMetrics;
import dev.supporters.move.proposal.SignalResult;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.events.move.v1.RestAdvised;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import java.util.function.Supplier;

/** Function move-signals: takes what pipelines want. Any pipeline may write the topic, so invalid signals are counted and dropped. */
@ApplicationScoped
class MoveSignalConsumer {

    private static final Logger LOG = Logger.getLogger(MoveSignalConsumer.class);

    private final Events events;
    private final ProposalService proposals;
    private final SignalMetrics metrics;
    private final MoveRegionFollower policies;

    MoveSignalConsumer(
            Events events,
            ProposalService proposals,
            SignalMetrics metrics,
            MoveRegionFollower policies) {
        this.events = events;
        this.proposals = proposals;
        this.metrics = metrics;
        this.policies = policies;
    }

    @Incoming("move-signals")
    @Blocking
    void onSignal(ConsumerRecords<String, byte[]> records) {
        events.handleAll("move-signals", records, MoveSignalEvent.parser(), this::take);
    }

    private void take(ReceivedEvent<MoveSignalEvent> received) {
        policies.requireCaughtUp();
        switch (received.event().getEventCase()) {
            case SIGNALLED -> {
                MoveSignalled signal = received.event().getSignalled();
                take(
                        received.id(),
                        signal.getDriverId(),
                        signal.getModel(),
                        () -> MoveSignal.of(signal));
            }
            case REST_ADVISED -> {
                RestAdvised advice = received.event().getRestAdvised();
                take(
                        received.id(),
                        advice.getDriverId(),
                        advice.getModel(),
                        () -> MoveSignal.of(advice));
            }
            case EVENT_NOT_SET -> events.skipped(Topics.MOVE_SIGNALS, "unknown");
        }
    }

    private void take(String eventId, String driver, String model, Supplier<MoveSignal> read) {
        DriverId driverId;
        MoveSignal wanted;
        try {
            wanted = read.get();
            driverId = new DriverId(driver);
        } catch (Refusal refusal) {
            LOG.infof("move signal is invalid eventId=%s", eventId);
            LOG.debugf(
                    "move signal is invalid eventId=%s model=%s because=%s",
                    eventId, model, refusal.getMessage());
            metrics.count(SignalResult.INVALID);
            return;
        }
        proposals.signal(eventId, driverId, wanted);
    }
}
