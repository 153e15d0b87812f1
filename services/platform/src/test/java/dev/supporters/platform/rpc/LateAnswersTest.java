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
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServiceBridge;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** On the server that Quarkus uses, over a real connection. */
@Timeout(60) // where the rule is broken, an answer never comes
class LateAnswersTest {

    private static final String LATE = "late";
    private static final int CROSSINGS = 500;
    private static final int CALLS = 5_000;

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
                vertx.createHttpServer(limitsOfOurServices())
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

    /** Twelve in a hundred: more resets in these seconds than a server takes from strangers. */
    @Test
    void manyLateAnswersDoNotEndTheConnection() throws Exception {
        Future<PauseResponse> patient = stub.pause(request("patient"));
        begun.take();
        for (int i = 0; i < CALLS; i++) {
            String driverId = "call-" + i;
            Future<PauseResponse> call = stub.pause(request(driverId));
            begun.take();
            if (i % 100 < 12) {
                call.cancel(true);
            } else {
                answer(driverId);
                assertThat(call.get()).isEqualTo(PauseResponse.getDefaultInstance());
            }
        }

        answer("patient");

        assertThat(patient.get()).isEqualTo(PauseResponse.getDefaultInstance());
    }

    @Test
    void aConnectionCarriesHundredsOfCallsAtOnce() throws Exception {
        for (int i = 0; i < 500; i++) {
            var _ = stub.pause(request("call-" + i));
        }

        for (int i = 0; i < 500; i++) {
            assertThat(begun.take()).startsWith("call-");
        }
    }

    /** As the platform's configuration has them. */
    private static HttpServerOptions limitsOfOurServices() throws IOException {
        Properties config = new Properties();
        try (InputStream in =
                LateAnswers.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            config.load(in);
        }
        String limits = "quarkus.http.limits.";
        Duration window =
                Duration.parse("PT" + config.getProperty(limits + "rst-flood-window-duration"));
        return new HttpServerOptions()
                .setInitialSettings(
                        new Http2Settings()
                                .setMaxConcurrentStreams(
                                        Long.parseLong(
                                                config.getProperty(
                                                        limits + "max-concurrent-streams"))))
                .setHttp2RstFloodMaxRstFramePerWindow(
                        Integer.parseInt(
                                config.getProperty(limits + "rst-flood-max-rst-frame-per-window")))
                .setHttp2RstFloodWindowDuration((int) window.toSeconds())
                .setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS);
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
