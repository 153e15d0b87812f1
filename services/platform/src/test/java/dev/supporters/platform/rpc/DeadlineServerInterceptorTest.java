package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.PauseResponse;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServiceBridge;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** On the server that Quarkus uses, over a real connection. */
class DeadlineServerInterceptorTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Optional<Deadline>> seen =
            new AtomicReference<>(Optional.empty());
    private ManagedChannel channel;
    private CommanderServiceBlockingStub stub;

    @BeforeEach
    void serve() throws Exception {
        GrpcServer grpc = GrpcServer.server(vertx);
        GrpcServiceBridge.bridge(
                        ServerInterceptors.intercept(
                                new Recording(), new DeadlineServerInterceptor()))
                .bind(grpc);
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(grpc)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", server.actualPort())
                        .usePlaintext()
                        .build();
        stub = CommanderServiceGrpc.newBlockingStub(channel);
    }

    @AfterEach
    void stop() throws Exception {
        channel.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void anAnswerKnowsUntilWhenItsCallerWaits() {
        stub.withDeadlineAfter(1, TimeUnit.HOURS).pause(PauseRequest.getDefaultInstance());

        assertThat(seen.get().orElseThrow().timeRemaining(TimeUnit.MINUTES)).isBetween(50L, 60L);
    }

    @Test
    void aCallerWithoutADeadlineWaitsForEver() {
        stub.pause(PauseRequest.getDefaultInstance());

        assertThat(seen.get()).isEmpty();
    }

    @Test
    void readsTimesAsGrpcWritesThem() {
        assertThat(remaining("2H")).isBetween(7_100L, 7_200L);
        assertThat(remaining("3M")).isBetween(170L, 180L);
        assertThat(remaining("99999999m")).isBetween(99_900L, 100_000L);
        assertThat(DeadlineServerInterceptor.timeout("0n").orElseThrow().isExpired()).isTrue();
        assertThat(DeadlineServerInterceptor.timeout("99999999u")).isPresent();
        assertThat(DeadlineServerInterceptor.timeout("123456789S")).isEmpty();
        assertThat(DeadlineServerInterceptor.timeout("soon")).isEmpty();
        assertThat(DeadlineServerInterceptor.timeout("-1S")).isEmpty();
    }

    @Test
    void nobodyWaitsAnyMoreWhenItIsOver() {
        Context late = CallDeadline.with(Context.ROOT, Deadline.after(-1, TimeUnit.SECONDS));
        Context early = CallDeadline.with(Context.ROOT, Deadline.after(1, TimeUnit.HOURS));

        assertThat(CallDeadline.isOver(late)).isTrue();
        assertThat(CallDeadline.isOver(early)).isFalse();
        assertThat(CallDeadline.isOver(Context.ROOT)).isFalse();
    }

    private static long remaining(String header) {
        return DeadlineServerInterceptor.timeout(header)
                .orElseThrow()
                .timeRemaining(TimeUnit.SECONDS);
    }

    /** Notes what the answer knows. */
    private final class Recording extends CommanderServiceGrpc.CommanderServiceImplBase {

        @Override
        public void pause(PauseRequest request, StreamObserver<PauseResponse> observer) {
            seen.set(CallDeadline.caller(Context.current()));
            observer.onNext(PauseResponse.getDefaultInstance());
            observer.onCompleted();
        }
    }
}
