package dev.supporters.gateway.adapter.grpc;

import dev.supporters.proto.remote.v1.ListRequest;
import dev.supporters.proto.remote.v1.ListResponse;
import dev.supporters.proto.remote.v1.RemotePartServiceGrpc.RemotePartServiceBlockingStub;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** What the services that ask others say of the parts that they ask. */
@ApplicationScoped
public class RemotePartClient {

    /** Each has limits of its own: one that is away keeps nobody from hearing of the others. */
    private static final String REMOTE = "remote-parts-";

    private final ServiceInvoker invoker;
    private final RemotePartServiceBlockingStub call;
    private final RemotePartServiceBlockingStub commander;
    private final RemotePartServiceBlockingStub routing;
    private final RemotePartServiceBlockingStub work;

    RemotePartClient(
            ServiceInvoker invoker,
            @GrpcClient("call") RemotePartServiceBlockingStub call,
            @GrpcClient("commander") RemotePartServiceBlockingStub commander,
            @GrpcClient("routing") RemotePartServiceBlockingStub routing,
            @GrpcClient("work") RemotePartServiceBlockingStub work) {
        this.invoker = invoker;
        this.call = call;
        this.commander = commander;
        this.routing = routing;
        this.work = work;
    }

    public ListResponse ofCall() {
        return list("call", call);
    }

    public ListResponse ofCommander() {
        return list("commander", commander);
    }

    public ListResponse ofRouting() {
        return list("routing", routing);
    }

    public ListResponse ofWork() {
        return list("work", work);
    }

    private ListResponse list(String service, RemotePartServiceBlockingStub stub) {
        return invoker.call(REMOTE + service, ListRequest.getDefaultInstance(), stub::list);
    }
}
