package dev.supporters.gateway.adapter.grpc;

import dev.supporters.gateway.adapter.http.RequestIds;
import dev.supporters.platform.request.RequestId;
import dev.supporters.platform.rpc.Remotes;

import io.grpc.Context;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Supplier;

/** Calls another service within its bounds, in the name of the present request. */
@ApplicationScoped
public class Outbound {

    private final Remotes remotes;
    private final RequestIds requestIds;

    Outbound(Remotes remotes, RequestIds requestIds) {
        this.remotes = remotes;
        this.requestIds = requestIds;
    }

    public <T> T call(String remote, Supplier<T> call) {
        Context context = requestIds.context();
        Context before = context.attach();
        try (RequestId.Scope scope = RequestId.log(context)) {
            return remotes.named(remote).call(call);
        } finally {
            context.detach(before);
        }
    }
}
