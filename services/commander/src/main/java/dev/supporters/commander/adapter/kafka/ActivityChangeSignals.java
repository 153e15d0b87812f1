package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.watch.ChangeSignals;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Consumer;

/** The activity topic, read without a group: every instance reads every change. */
@ApplicationScoped
class ActivityChangeSignals implements ChangeSignals {

    private final Events events;

    ActivityChangeSignals(Events events) {
        this.events = events;
    }

    @Override
    @SuppressWarnings("resource") // the platform closes it when the application ends
    public void follow(Consumer<DriverId> listener) {
        events.follow(
                Topics.ACTIVITY,
                ActivityEvent.parser(),
                StartPosition.END,
                received -> listener.accept(new DriverId(received.event().getDriverId())));
    }
}
