package dev.supporters.commander;

import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceImplBase;
import dev.supporters.proto.call.v1.ConfirmRequest;
import dev.supporters.proto.call.v1.ConfirmResponse;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;

/** `call`, as far as a call's id tells what it answers: "gone…" went another way, "silent…" is not answered, others agree. */
public final class CallStandIn implements QuarkusTestResourceLifecycleManager {

    private Server server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                            .addService(new Calls())
                            .build()
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.grpc.clients.call.test-port", String.valueOf(server.getPort()),
                "supporters.commander.host", "127.0.0.1",
                "supporters.remote.call.breaker-volume", "1000");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdownNow();
        }
    }

    private static final class Calls extends CallServiceImplBase {

        @Override
        public void confirm(ConfirmRequest request, StreamObserver<ConfirmResponse> observer) {
            if (request.getCallId().startsWith("silent")) {
                observer.onError(Status.UNAVAILABLE.asRuntimeException());
                return;
            }
            observer.onNext(
                    ConfirmResponse.newBuilder()
                            .setConfirmed(!request.getCallId().startsWith("gone"))
                            .build());
            observer.onCompleted();
        }
    }
}
