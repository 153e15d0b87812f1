package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.rpc.Remote;
import dev.supporters.platform.rpc.Remotes;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc.TaggingServiceBlockingStub;
import dev.supporters.routing.decision.Tagger;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Asks tagging. */
@ApplicationScoped
class GrpcTagger implements Tagger {

    private final TaggingServiceBlockingStub tagging;
    private final Remote remote;

    GrpcTagger(@GrpcClient("tagging") TaggingServiceBlockingStub tagging, Remotes remotes) {
        this.tagging = tagging;
        remote = remotes.named("tagging");
    }

    @Override
    public List<String> tagsOf(Call call) {
        TagCallRequest request = TagCallRequest.newBuilder().setCall(call).build();
        return List.copyOf(remote.call(() -> tagging.tagCall(request)).getTagsList());
    }
}
