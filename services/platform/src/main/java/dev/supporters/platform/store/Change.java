package dev.supporters.platform.store;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.event.Event;

import java.util.List;

/** What an aggregate becomes, and the events that say so; both are written in one update. */
public record Change<T>(T next, List<Event> events) {

    public Change {
        requireNonNull(next);
        events = List.copyOf(events);
    }

    public static <T> Change<T> to(T next, Event... events) {
        return new Change<>(next, List.of(events));
    }
}
