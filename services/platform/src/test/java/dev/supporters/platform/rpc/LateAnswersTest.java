package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceFutureStub;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.PauseResponse;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServiceBridge;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** On the server that Quarkus uses, over a real connection. */
@Timeout(60) // where the rule is broken, an answer never comes
class LateAnswersTest {

    private static final String LATE = "late";
    private static final int CROSSINGS = 500;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final Map<String, StreamObserver<PauseResponse>> open = new ConcurrentHashMap<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private ManagedChannel channel;
    private CommanderServiceFutureStub stub;

    @BeforeEach
    void serve() throws Exception {
        GrpcServer grpc = GrpcServer.server(vertx);
        GrpcServiceBridge.bridge(new Slow()).bind(grpc);
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            LateAnswers.tolerateOn(request.connection());
                            grpc.handle(request);
                        })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", server.actualPort())
                        .usePlaintext()
                        .build();
        stub = CommanderServiceGrpc.newFutureStub(channel);
    }

    @AfterEach
    void stop() throws Exception {
        channel.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void anAnswerThatIsTooLateDoesNotEndTheOtherCallsOfItsConnection() throws Exception {
        Future<PauseResponse> tooLate = stub.pause(request(LATE));
        Future<PauseResponse> patient = stub.pause(request("patient"));
        begun.take();
        begun.take();

        tooLate.cancel(true);
        cancelled.await();
        answer(LATE);
        answer("patient");

        assertThat(patient.get()).isEqualTo(PauseResponse.getDefaultInstance());
        Future<PauseResponse> next = stub.pause(request("next"));
        begun.take();
        answer("next");
        assertThat(next.get()).isEqualTo(PauseResponse.getDefaultInstance());
    }

    /** As often as it takes for an answer to meet the cancellation on its way. */
    @Test
    void answersThatCrossTheirCancellationsDoNotEndIt() throws Exception {
        Future<PauseResponse> patient = stub.pause(request("patient"));
        begun.take();
        for (int i = 0; i < CROSSINGS; i++) {
            String driverId = "crossing-" + i;
            Future<PauseResponse> crossing = stub.pause(request(driverId));
            begun.take();
            crossing.cancel(true);
            answer(driverId);
        }

        answer("patient");

        assertThat(patient.get()).isEqualTo(PauseResponse.getDefaultInstance());
    }

    private void answer(String driverId) {
        StreamObserver<PauseResponse> observer = open.get(driverId);
        observer.onNext(PauseResponse.getDefaultInstance());
        observer.onCompleted();
    }

    private static PauseRequest request(String driverId) {
        return PauseRequest.newBuilder().setDriverId(driverId).build();
    }

    /** Answers when the test does. */
    private final class Slow extends CommanderServiceGrpc.CommanderServiceImplBase {

        @Override
        public void pause(PauseRequest request, StreamObserver<PauseResponse> observer) {
            if (observer instanceof ServerCallStreamObserver<PauseResponse> call) {
                call.setOnCancelHandler(cancelled::countDown);
            }
            open.put(request.getDriverId(), observer);
            begun.add(request.getDriverId());
        }
    }
}
