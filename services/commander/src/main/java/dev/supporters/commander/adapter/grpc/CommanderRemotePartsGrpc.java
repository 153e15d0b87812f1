package dev.supporters.commander.adapter.grpc;

import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.RemotePartReader;
import dev.supporters.proto.remote.v1.ListRequest;
import dev.supporters.proto.remote.v1.ListResponse;
import dev.supporters.proto.remote.v1.RemotePartService;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** How the parts do that this process asks, for operators. */
@GrpcService
class CommanderRemotePartsGrpc implements RemotePartService {

    private final RemotePartReader parts;
    private final GrpcResponder responder;

    CommanderRemotePartsGrpc(RemotePartReader parts, GrpcResponder responder) {
        this.parts = parts;
        this.responder = responder;
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        return responder.answer(parts::read);
    }
}
