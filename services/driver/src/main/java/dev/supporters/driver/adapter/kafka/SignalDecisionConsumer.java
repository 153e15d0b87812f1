package dev.supporters.driver.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.driver.profile.MembershipDecision;
import dev.supporters.driver.profile.ProfileService;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.signal.v1.SignalEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function driver-status: whom operators suspend because of a signal of abuse, and of whom they take that back. */
@ApplicationScoped
class SignalDecisionConsumer {

    private static final String UNKNOWN = "unknown";

    private final Events events;
    private final ProfileService profiles;

    SignalDecisionConsumer(Events events, ProfileService profiles) {
        this.events = events;
        this.profiles = profiles;
    }

    @Incoming("signals")
    @Blocking
    void onSignal(ConsumerRecords<String, byte[]> records) {
        events.handleAll("signals", records, SignalEvent.parser(), this::signal);
    }

    private void signal(ReceivedEvent<SignalEvent> received) {
        SignalEvent event = received.event();
        switch (event.getEventCase()) {
            case DECIDED -> decided(event);
            case FOUND -> {} // a signal alone changes nothing: an operator decides
            case EVENT_NOT_SET -> events.skipped(Topics.SIGNALS, UNKNOWN);
        }
    }

    /** A hold of pay is not about the membership. Decisions of before name no product: nothing follows them. */
    private void decided(SignalEvent event) {
        if (event.getDecided().getProduct() == Product.PRODUCT_UNSPECIFIED) {
            events.skipped(Topics.SIGNALS, UNKNOWN);
            return;
        }
        switch (event.getDecided().getDecision()) {
            case SIGNAL_DECISION_SUSPEND -> decide(event, true);
            case SIGNAL_DECISION_DISMISS, SIGNAL_DECISION_WARN -> decide(event, false);
            case SIGNAL_DECISION_HOLD_PAY -> {}
            case SIGNAL_DECISION_UNSPECIFIED, UNRECOGNIZED ->
                    events.skipped(Topics.SIGNALS, UNKNOWN);
        }
    }

    private void decide(SignalEvent event, boolean suspends) {
        profiles.decide(
                new DriverId(event.getDriverId()),
                new MembershipDecision(
                        event.getSignalId(),
                        Products.required(event.getDecided().getProduct()),
                        event.getDecided().getNumber(),
                        suspends,
                        event.getDecided().getActor(),
                        Timestamps.instant(event.getEventTime())));
    }
}
