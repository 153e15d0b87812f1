package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.watch.Hints;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Consumer;

/** The activity topic, read without a group: every instance hears of every change. */
@ApplicationScoped
class ActivityHints implements Hints {

    private final Events events;

    ActivityHints(Events events) {
        this.events = events;
    }

    @Override
    @SuppressWarnings("resource") // the platform closes it when the application ends
    public void follow(Consumer<DriverId> changed) {
        events.follow(
                Topics.ACTIVITY,
                ActivityEvent.parser(),
                StartPosition.END,
                received -> changed.accept(new DriverId(received.event().getDriverId())));
    }
}
