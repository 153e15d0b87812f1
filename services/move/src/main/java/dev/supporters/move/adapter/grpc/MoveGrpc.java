package dev.supporters.move.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.move.proposal.Move;
import dev.supporters.move.proposal.MoveMessages;
import dev.supporters.move.proposal.ProposalService;
import dev.supporters.move.proposal.ProposalService.ActiveMove;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.move.v1.GetActiveRequest;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.GetDriverMovesRequest;
import dev.supporters.proto.move.v1.GetDriverMovesResponse;
import dev.supporters.proto.move.v1.MoveService;
import dev.supporters.proto.move.v1.RespondRequest;
import dev.supporters.proto.move.v1.RespondResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The moves over gRPC. */
@GrpcService
class MoveGrpc implements MoveService {

    private final ProposalService proposals;
    private final GrpcResponder responder;

    MoveGrpc(ProposalService proposals, GrpcResponder responder) {
        this.proposals = proposals;
        this.responder = responder;
    }

    @Override
    public Uni<GetActiveResponse> getActive(GetActiveRequest request) {
        return responder.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            ActiveMove active = proposals.active(driverId, request.getProduct());
            GetActiveResponse.Builder response =
                    GetActiveResponse.newBuilder().setVersion(active.version());
            active.move().ifPresent(move -> response.setMove(MoveMessages.move(driverId, move)));
            return response.build();
        });
    }

    @Override
    public Uni<GetDriverMovesResponse> getDriverMoves(GetDriverMovesRequest request) {
        return responder.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            return GetDriverMovesResponse.newBuilder()
                    .addAllMoves(
                            proposals.all(driverId, request.getProduct()).stream()
                                    .map(move -> MoveMessages.move(driverId, move))
                                    .toList())
                    .build();
        });
    }

    @Override
    public Uni<RespondResponse> respond(RespondRequest request) {
        return responder.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            Move answered =
                    proposals.answer(
                            request.getRequestId(),
                            driverId,
                            request.getMoveId(),
                            request.getAccept());
            return RespondResponse.newBuilder()
                    .setMove(MoveMessages.move(driverId, answered))
                    .build();
        });
    }
}
