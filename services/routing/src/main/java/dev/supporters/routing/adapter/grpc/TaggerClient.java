package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc.TaggingServiceBlockingStub;
import dev.supporters.routing.decision.Tagger;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Asks tagging. */
@ApplicationScoped
class TaggerClient implements Tagger {

    private final TaggingServiceBlockingStub tagging;
    private final GuardedCall remote;

    TaggerClient(@GrpcClient("tagging") TaggingServiceBlockingStub tagging, GuardedCalls remotes) {
        this.tagging = tagging;
        remote = remotes.named("tagging");
    }

    @Override
    public List<String> tagsOf(Call call) {
        TagCallRequest request = TagCallRequest.newBuilder().setCall(call).build();
        return List.copyOf(remote.call(() -> tagging.tagCall(request)).getTagsList());
    }
}
