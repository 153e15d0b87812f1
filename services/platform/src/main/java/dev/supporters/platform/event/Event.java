package dev.supporters.platform.event;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Message;

/**
 * Something that happened.
 *
 * @param topic where it is told, of {@link Topics}
 * @param key the id whose order matters
 * @param type the CloudEvents type, like "supporters.work.begun.v1"
 */
public record Event(String topic, String key, String type, Message payload) {

    public Event {
        requireNonNull(topic);
        requireNonNull(key);
        requireNonNull(type);
        requireNonNull(payload);
    }
}
