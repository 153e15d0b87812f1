package dev.supporters.move.proposal;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;

import java.time.Instant;

/** A move as the interface registry has it, in answers and on the topic of moves. */
public final class MoveMessages {

    private static final String CHANGED = "supporters.move.changed.v1";

    private MoveMessages() {}

    public static dev.supporters.proto.move.v1.Move move(DriverId driverId, Move move) {
        MoveSignal signal = move.signal();
        var message = dev.supporters.proto.move.v1.Move.newBuilder();
        switch (signal.goal()) {
            case MoveSignal.GoTo goTo ->
                    message.setKind(MoveKind.MOVE_KIND_PLACE)
                            .setDestination(goTo.destination().toProto());
            case MoveSignal.Rest rest -> message.setKind(MoveKind.MOVE_KIND_REST);
        }
        return message.setMoveId(signal.moveId())
                .setDriverId(driverId.value())
                .setProduct(signal.product())
                .setState(state(move))
                .setCreateTime(Timestamps.of(move.createTime()))
                .setExpireTime(Timestamps.of(signal.expireTime()))
                .setVersion(move.version())
                .setModel(signal.model())
                .build();
    }

    static Event changed(DriverId driverId, Move move, Instant at) {
        MoveChanged changed =
                MoveChanged.newBuilder()
                        .setMove(move(driverId, move))
                        .setWorkId(move.workId().value())
                        .build();
        MoveEvent event =
                MoveEvent.newBuilder().setEventTime(Timestamps.of(at)).setChanged(changed).build();
        return new Event(Topics.MOVES, driverId.value(), CHANGED, event);
    }

    static MoveState state(Move move) {
        return switch (move) {
            case Move.Proposed proposed -> MoveState.MOVE_STATE_PROPOSED;
            case Move.Accepted accepted -> MoveState.MOVE_STATE_ACCEPTED;
            case Move.Over over ->
                    switch (over.ending()) {
                        case DECLINED -> MoveState.MOVE_STATE_DECLINED;
                        case EXPIRED -> MoveState.MOVE_STATE_EXPIRED;
                        case SUPERSEDED -> MoveState.MOVE_STATE_SUPERSEDED;
                        case ARRIVED -> MoveState.MOVE_STATE_ARRIVED;
                    };
        };
    }
}
