package dev.supporters.zone.adapter.grpc;

import dev.supporters.contract.Position;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.zone.v1.ContainsRequest;
import dev.supporters.proto.zone.v1.ContainsResponse;
import dev.supporters.proto.zone.v1.GetRequest;
import dev.supporters.proto.zone.v1.GetResponse;
import dev.supporters.proto.zone.v1.ReplayRequest;
import dev.supporters.proto.zone.v1.ReplayResponse;
import dev.supporters.proto.zone.v1.ZoneService;
import dev.supporters.zone.plan.ZoneQueryService;
import dev.supporters.zone.region.ZoneKey;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The zones over gRPC. */
@GrpcService
class ZoneGrpc implements ZoneService {

    private final ZoneQueryService zones;
    private final GrpcResponder responder;

    ZoneGrpc(ZoneQueryService zones, GrpcResponder responder) {
        this.zones = zones;
        this.responder = responder;
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return responder.answer(() ->
                GetResponse.newBuilder()
                        .setZones(zones.get(new ZoneKey(request.getProduct(), request.getRegion())))
                        .build());
    }

    @Override
    public Uni<ContainsResponse> contains(ContainsRequest request) {
        return responder.answer(
                () -> zones.contains(request.getProduct(), Position.of(request.getPosition())));
    }

    @Override
    public Uni<ReplayResponse> replay(ReplayRequest request) {
        return responder.answer(() ->
                zones.replay(
                        new ZoneKey(request.getProduct(), request.getRegion()),
                        request.getVersion()));
    }
}
