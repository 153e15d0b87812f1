package dev.supporters.move.proposal;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;

import java.time.Instant;

/** What the topic of moves learns. */
final class MoveEvents {

    private static final String CHANGED = "supporters.move.changed.v1";

    private MoveEvents() {}

    static Event changed(DriverId driverId, Move move, Instant at) {
        MoveChanged changed =
                MoveChanged.newBuilder()
                        .setMove(MoveMessages.move(driverId, move))
                        .setWorkId(move.workId().value())
                        .build();
        MoveEvent event =
                MoveEvent.newBuilder().setEventTime(Timestamps.of(at)).setChanged(changed).build();
        return new Event(Topics.MOVES, driverId.value(), CHANGED, event);
    }
}
