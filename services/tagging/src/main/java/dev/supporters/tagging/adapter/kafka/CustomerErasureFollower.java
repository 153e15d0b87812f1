package dev.supporters.tagging.adapter.kafka;

import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.customer.v1.CustomerEvent;
import dev.supporters.tagging.TaggingConfig;
import dev.supporters.tagging.tag.CustomerErasureService;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Every instance reads all erasures of customers that the topic has. */
@ApplicationScoped
class CustomerErasureFollower {

    private final CustomerErasureService erasures;
    private final Events events;
    private final Scheduler scheduler;
    private final TaggingConfig config;

    CustomerErasureFollower(
            CustomerErasureService erasures,
            Events events,
            Scheduler scheduler,
            TaggingConfig config) {
        this.erasures = erasures;
        this.events = events;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        TopicReader reader =
                events.follow(
                        Topics.CUSTOMERS,
                        CustomerEvent.parser(),
                        StartPosition.BEGINNING,
                        this::apply);
        scheduler.every(
                config.erasuresEvery(),
                () -> {
                    if (reader.caughtUp()) {
                        erasures.eraseWaiting();
                    }
                });
    }

    private void apply(ReceivedEvent<CustomerEvent> received) {
        CustomerEvent event = received.event();
        switch (event.getEventCase()) {
            case ERASED ->
                    erasures.erased(
                            event.getCustomerDigest(), Timestamps.instant(event.getEventTime()));
            case EVENT_NOT_SET -> events.skipped(Topics.CUSTOMERS, "unknown");
        }
    }
}
