package dev.supporters.move.adapter.kafka;

import dev.supporters.move.proposal.Destination;
import dev.supporters.move.proposal.DriverId;
import dev.supporters.move.proposal.MoveOrder;
import dev.supporters.move.proposal.Moves;
import dev.supporters.move.proposal.SignalMeter;
import dev.supporters.move.proposal.SignalResult;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.move.v1.MoveSignalled;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Function move-signals: takes what pipelines want. Any pipeline may write the topic, so what makes no sense is counted and dropped. */
@ApplicationScoped
class SignalConsumer {

    private static final Logger LOG = Logger.getLogger(SignalConsumer.class);

    private final Events events;
    private final Moves moves;
    private final SignalMeter meter;

    SignalConsumer(Events events, Moves moves, SignalMeter meter) {
        this.events = events;
        this.moves = moves;
        this.meter = meter;
    }

    @Incoming("move-signals")
    @Blocking
    void onSignal(ConsumerRecord<String, byte[]> record) {
        events.handle(record, MoveSignalEvent.parser(), this::take);
    }

    private void take(ReceivedEvent<MoveSignalEvent> received) {
        switch (received.event().getEventCase()) {
            case SIGNALLED -> take(received.id(), received.event().getSignalled());
            case EVENT_NOT_SET -> events.skipped(Topics.MOVE_SIGNALS, "unknown");
        }
    }

    private void take(String eventId, MoveSignalled signal) {
        DriverId driverId;
        MoveOrder order;
        try {
            driverId = new DriverId(signal.getDriverId());
            order = order(signal);
        } catch (Refusal refusal) {
            LOG.warnf("move signal is invalid eventId=%s model=%s", eventId, signal.getModel());
            LOG.debugf(
                    "move signal is invalid eventId=%s because=%s", eventId, refusal.getMessage());
            meter.count(SignalResult.INVALID);
            return;
        }
        moves.signal(eventId, driverId, order);
    }

    private static MoveOrder order(MoveSignalled signal) {
        if (!signal.hasExpireTime()) {
            throw Refusal.invalid("expire_time", "nothing", "a time");
        }
        Place place = signal.getDestination();
        return new MoveOrder(
                signal.getMoveId(),
                signal.getProduct(),
                new Destination(place.getLat(), place.getLng(), place.getPoi(), place.getAddress()),
                Timestamps.instant(signal.getExpireTime()),
                signal.getModel());
    }
}
