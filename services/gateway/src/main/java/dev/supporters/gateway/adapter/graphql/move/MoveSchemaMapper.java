package dev.supporters.gateway.adapter.graphql.move;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.move.MoveInputs.RespondToMoveInput;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.ActiveMoveView;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveChangeView;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveKind;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveState;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.RespondRequest;

/** Moves between the protos and the schema. */
final class MoveSchemaMapper {

    private MoveSchemaMapper() {}

    static MoveView view(Move move) {
        return new MoveView(
                move.getMoveId(),
                move.getDriverId(),
                ProtoMapper.product(move.getProduct()),
                kind(move),
                move.hasDestination() ? ProtoMapper.location(move.getDestination()) : null,
                ProtoMapper.read(MoveState.class, move.getState(), "MOVE_STATE_"),
                ProtoMapper.instant(move.hasCreateTime(), move.getCreateTime()),
                ProtoMapper.instant(move.hasExpireTime(), move.getExpireTime()),
                move.getVersion());
    }

    static MoveChangeView change(GetActiveResponse response) {
        return new MoveChangeView(response.hasMove() ? view(response.getMove()) : null);
    }

    /** The live move; null when there is none. */
    static ActiveMoveView active(GetActiveResponse response) {
        if (!response.hasMove()) {
            return null;
        }
        MoveView move = view(response.getMove());
        return new ActiveMoveView(
                move.moveId(),
                move.driverId(),
                move.product(),
                move.kind(),
                move.destinationInfo(),
                move.state(),
                move.createdAt(),
                move.expiresAt(),
                move.version());
    }

    static RespondRequest request(Principal principal, RespondToMoveInput input) {
        return RespondRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("respondToMove", principal, input.clientMutationId()))
                .setDriverId(InputChecks.driverId(principal, input.driverId()).value())
                .setMoveId(input.moveId())
                .setAccept(input.accept())
                .build();
    }

    /** Moves that were stored before there were kinds lead to a place. */
    private static MoveKind kind(Move move) {
        MoveKind kind = ProtoMapper.read(MoveKind.class, move.getKind(), "MOVE_KIND_");
        return kind == null ? MoveKind.PLACE : kind;
    }
}
