package dev.supporters.platform.rpc;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.WatchRequest;
import dev.supporters.proto.commander.v1.WatchResponse;

import io.grpc.ManagedChannel;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServiceBridge;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** On the server that Quarkus uses, over a real connection. */
@Timeout(60) // where the rule is broken, a stream never ends
class LostConnectionsTest {

    private static final Duration KEEP_ALIVE = Duration.ofMillis(500);

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<HttpConnection> connections = new LinkedBlockingQueue<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        GrpcServer grpc = GrpcServer.server(vertx);
        GrpcServiceBridge.bridge(
                        ServerInterceptors.intercept(
                                new Endless(), new LostConnections(KEEP_ALIVE)))
                .bind(grpc);
        server =
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            connections.add(request.connection());
                            LostConnections.remember(request.connection());
                            grpc.handle(request);
                        })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    /** A client that is killed says nothing; only its connection closes. */
    @Test
    void theStreamOfAClientThatDiesEnds() throws Exception {
        ManagedChannel client = client(server.actualPort());
        watch(client);

        ((ConnectionBase) connections.take()).channel().pipeline().firstContext().close();

        cancelled.await();
        client.shutdownNow();
    }

    /** Only the streams' silence is usual: nothing may happen for hours. */
    @Test
    void theStreamOfAClientThatIsThereGoesOn() throws Exception {
        ManagedChannel client = client(server.actualPort());
        Iterator<WatchResponse> stream = watch(client);

        stream.next();

        client.shutdownNow();
        cancelled.await();
    }

    private static ManagedChannel client(int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    private static Iterator<WatchResponse> watch(ManagedChannel client) {
        Iterator<WatchResponse> stream =
                CommanderServiceGrpc.newBlockingStub(client)
                        .watch(WatchRequest.newBuilder().setDriverId("1").build());
        stream.next();
        return stream;
    }

    /** Says something at once, and again after a while that is longer than several questions whether the client is there. */
    private final class Endless extends CommanderServiceGrpc.CommanderServiceImplBase {

        @Override
        public void watch(WatchRequest request, StreamObserver<WatchResponse> observer) {
            if (observer instanceof ServerCallStreamObserver<WatchResponse> call) {
                call.setOnCancelHandler(cancelled::countDown);
            }
            observer.onNext(WatchResponse.getDefaultInstance());
            vertx.setTimer(
                    KEEP_ALIVE.multipliedBy(4).toMillis(),
                    fired -> observer.onNext(WatchResponse.getDefaultInstance()));
        }
    }
}
