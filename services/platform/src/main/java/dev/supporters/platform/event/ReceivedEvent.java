package dev.supporters.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * An event as it came.
 *
 * @param id the event's own id: the same when it comes again
 * @param time when its sender says that it happened
 */
public record ReceivedEvent<E>(String id, String key, Instant time, E event) {

    private static final Logger LOG = Logger.getLogger(ReceivedEvent.class);

    /** Throws an IllegalArgumentException where nobody can read it. */
    static <E extends Message> ReceivedEvent<E> of(
            ConsumerRecord<String, byte[]> record, Parser<E> parser) {
        Header id = record.headers().lastHeader("ce_id");
        String eventId =
                id == null
                        ? record.topic() + "/" + record.partition() + "/" + record.offset()
                        : new String(id.value(), UTF_8);
        if (record.value() == null) {
            throw new IllegalArgumentException(
                    "event " + eventId + " of " + record.topic() + " has no value");
        }
        try {
            return new ReceivedEvent<>(
                    eventId, record.key(), time(record), parser.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "event " + eventId + " of " + record.topic() + " cannot be read", e);
        }
    }

    /** What its sender has said; the record's own is another one where a dead letter was given back. */
    private static Instant time(ConsumerRecord<String, byte[]> record) {
        Header said = record.headers().lastHeader("ce_time");
        if (said != null) {
            try {
                return Instant.parse(new String(said.value(), UTF_8));
            } catch (DateTimeParseException e) {
                LOG.debugf("time of an event cannot be read topic=%s", record.topic());
            }
        }
        return Instant.ofEpochMilli(record.timestamp());
    }
}
