package dev.supporters.settlement.archive;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.ByteString;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.Move;

import java.time.Instant;

/**
 * An event of a shift as it came, without the places in it. It is never changed.
 *
 * @param message the event as a message of its topic
 */
public record ArchivedEvent(
        String eventId, WorkId workId, SourceTopic source, Instant time, ByteString message) {

    /** The topic that an event came from. */
    public enum SourceTopic {
        WORK,
        ACTIVITY,
        LOCATIONS,
        MOVES
    }

    public ArchivedEvent {
        requireNonNull(eventId);
        requireNonNull(workId);
        requireNonNull(source);
        requireNonNull(time);
        requireNonNull(message);
    }

    public static ArchivedEvent of(String eventId, WorkEvent event) {
        WorkEvent.Builder kept = event.toBuilder();
        if (kept.hasBegun()) {
            kept.getBegunBuilder().clearLocation();
        }
        return new ArchivedEvent(
                eventId,
                WorkId.ofStored(event.getWorkId()),
                SourceTopic.WORK,
                Timestamps.instant(event.getEventTime()),
                kept.build().toByteString());
    }

    public static ArchivedEvent of(String eventId, ActivityEvent event) {
        ActivityEvent.Builder kept = event.toBuilder();
        if (kept.hasCommanded()) {
            kept.setCommanded(CallCommanded.getDefaultInstance());
        }
        return new ArchivedEvent(
                eventId,
                WorkId.ofStored(event.getWorkId()),
                SourceTopic.ACTIVITY,
                Timestamps.instant(event.getEventTime()),
                kept.build().toByteString());
    }

    /** Of an event that somebody cannot be reached, or can be again; positions are not archived. */
    public static ArchivedEvent of(String eventId, LocationEvent event) {
        return new ArchivedEvent(
                eventId,
                WorkId.ofStored(event.getWorkId()),
                SourceTopic.LOCATIONS,
                Timestamps.instant(event.getEventTime()),
                event.toBuilder().clearReported().build().toByteString());
    }

    public static ArchivedEvent of(String eventId, MoveEvent event) {
        MoveChanged changed = event.getChanged();
        Move kept = changed.getMove().toBuilder().clearDestination().build();
        return new ArchivedEvent(
                eventId,
                WorkId.ofStored(changed.getWorkId()),
                SourceTopic.MOVES,
                Timestamps.instant(event.getEventTime()),
                event.toBuilder()
                        .setChanged(changed.toBuilder().setMove(kept))
                        .build()
                        .toByteString());
    }
}
