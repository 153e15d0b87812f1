package dev.supporters.move.proposal;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.move.v1.MoveState;

/** A move as the interface registry has it. */
public final class MoveMessages {

    private MoveMessages() {}

    public static dev.supporters.proto.move.v1.Move move(DriverId driverId, Move move) {
        MoveOrder order = move.order();
        return dev.supporters.proto.move.v1.Move.newBuilder()
                .setMoveId(order.moveId())
                .setDriverId(driverId.value())
                .setProduct(order.product())
                .setDestination(place(order.destination()))
                .setState(state(move))
                .setCreateTime(Timestamps.of(move.createTime()))
                .setExpireTime(Timestamps.of(order.expireTime()))
                .setVersion(move.version())
                .build();
    }

    private static Place place(Destination destination) {
        return Place.newBuilder()
                .setLat(destination.lat())
                .setLng(destination.lng())
                .setPoi(destination.poi())
                .setAddress(destination.address())
                .build();
    }

    private static MoveState state(Move move) {
        return switch (move) {
            case Move.Proposed proposed -> MoveState.MOVE_STATE_PROPOSED;
            case Move.Accepted accepted -> MoveState.MOVE_STATE_ACCEPTED;
            case Move.Over over ->
                    switch (over.ending()) {
                        case DECLINED -> MoveState.MOVE_STATE_DECLINED;
                        case EXPIRED -> MoveState.MOVE_STATE_EXPIRED;
                        case SUPERSEDED -> MoveState.MOVE_STATE_SUPERSEDED;
                    };
        };
    }
}
