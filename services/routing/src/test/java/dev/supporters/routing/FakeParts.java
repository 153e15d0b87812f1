package dev.supporters.routing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.AssignResponse;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.Ranked;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TagCallResponse;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.testkit.TestClock;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The parts that routing asks, on ports of their own. Each can be told to fail, for calls with certain ids only. */
public final class FakeParts implements QuarkusTestResourceLifecycleManager {

    static final String CALL_WITHOUT_TAGGING = "901";
    static final String CALL_WITHOUT_MODEL = "902";
    static final String CALL_TAKEN_BY_COMMISSION = "903";
    static final String CALL_TOLD_AT_THE_THIRD_TRY = "904";

    final List<AssignRequest> assigned = new CopyOnWriteArrayList<>();
    final List<CancelRequest> cancelled = new CopyOnWriteArrayList<>();
    final List<String> posted = new CopyOnWriteArrayList<>();

    private Server grpc;
    private HttpServer legacy;

    @Override
    public Map<String, String> start() {
        try {
            grpc =
                    ServerBuilder.forPort(0)
                            .addService(new Tagging())
                            .addService(new MlGateway())
                            .addService(new Commander())
                            .build()
                            .start();
            legacy =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            legacy.createContext("/api/v1/calls/dispatch_results.json", this::note);
            legacy.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String port = Integer.toString(grpc.getPort());
        return Map.of(
                "quarkus.grpc.clients.tagging.test-port",
                port,
                "quarkus.grpc.clients.mlgateway.test-port",
                port,
                "quarkus.grpc.clients.commander.test-port",
                port,
                // so long that only a part that never answers is late, however slow the machine
                "supporters.remote.tagging.deadline",
                "5s",
                "supporters.remote.mlgateway.deadline",
                "2s",
                "supporters.remote.commander.deadline",
                "5s",
                "supporters.legacy.url",
                "http://127.0.0.1:" + legacy.getAddress().getPort());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeParts.class));
    }

    @Override
    public void stop() {
        if (grpc != null) {
            grpc.shutdownNow();
        }
        if (legacy != null) {
            legacy.stop(0);
        }
    }

    private void note(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String entry =
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestHeaders().getFirst("authorization")
                        + " "
                        + body;
        posted.add(entry);
        exchange.sendResponseHeaders(answer(body), -1);
        exchange.close();
    }

    private int answer(String body) {
        if (body.contains("\"" + CALL_TAKEN_BY_COMMISSION + "\"")) {
            return 409;
        }
        boolean early =
                body.contains("\"" + CALL_TOLD_AT_THE_THIRD_TRY + "\"")
                        && posted.stream().filter(entry -> entry.contains(body)).count() < 3;
        return early ? 503 : 200;
    }

    private static <T> void answer(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }

    private static final class Tagging extends TaggingServiceGrpc.TaggingServiceImplBase {

        @Override
        public void tagCall(TagCallRequest request, StreamObserver<TagCallResponse> observer) {
            if (request.getCall().getCallId().equals(CALL_WITHOUT_TAGGING)) {
                observer.onError(Status.UNAVAILABLE.asRuntimeException());
                return;
            }
            answer(observer, TagCallResponse.newBuilder().addTags("supporters:fit").build());
        }
    }

    private static final class MlGateway extends MlGatewayServiceGrpc.MlGatewayServiceImplBase {

        @Override
        public void rank(RankRequest request, StreamObserver<RankResponse> observer) {
            if (request.getCallId().equals(CALL_WITHOUT_MODEL)) {
                return; // never answers
            }
            RankResponse.Builder response = RankResponse.newBuilder().setModel("fake@1");
            request.getCandidatesList()
                    .forEach(candidate ->
                            response.addRanked(
                                    Ranked.newBuilder()
                                            .setDriverId(candidate.getDriverId())
                                            .setEtaSeconds(300)
                                            .setScore(.9)));
            answer(observer, response.build());
        }
    }

    private final class Commander extends CommanderServiceGrpc.CommanderServiceImplBase {

        @Override
        public void assign(AssignRequest request, StreamObserver<AssignResponse> observer) {
            assigned.add(request);
            Command.Builder command =
                    Command.newBuilder()
                            .setCommandId("command-" + request.getCallId())
                            .setCallId(request.getCallId())
                            .setDriverId(request.getCandidates(0).getDriverId())
                            .setEtaSeconds(request.getCandidates(0).getEtaSeconds())
                            .setDeadlineTime(Timestamps.of(TestClock.FRIDAY_NIGHT.plusSeconds(5)));
            answer(observer, AssignResponse.newBuilder().setCommand(command).build());
        }

        @Override
        public void cancel(CancelRequest request, StreamObserver<CancelResponse> observer) {
            cancelled.add(request);
            answer(observer, CancelResponse.getDefaultInstance());
        }

        @Override
        public void getEngagement(
                GetEngagementRequest request, StreamObserver<GetEngagementResponse> observer) {
            answer(observer, GetEngagementResponse.getDefaultInstance());
        }
    }
}
