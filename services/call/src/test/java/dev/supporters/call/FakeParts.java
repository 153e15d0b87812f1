package dev.supporters.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RouteResponse;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc;

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

/** Routing, commander and the legacy system, on ports of their own. What they do with a call stands in its number. */
public final class FakeParts implements QuarkusTestResourceLifecycleManager {

    static final String TO_SUPPORTER = "1";

    static final String TO_GENERAL = "2";
    static final String ROUTING_FAILS = "3";
    static final String ROUTING_IS_LATE_BUT_COMMANDED = "4";

    /** The legacy system takes these at the third try. */
    static final String LEGACY_FAILS_TWICE = "25";

    final List<RouteRequest> routed = new CopyOnWriteArrayList<>();
    final List<CancelRequest> cancelled = new CopyOnWriteArrayList<>();
    final List<String> legacyHeard = new CopyOnWriteArrayList<>();

    private Server grpc;
    private HttpServer legacy;

    @Override
    public Map<String, String> start() {
        try {
            grpc =
                    ServerBuilder.forPort(0)
                            .addService(new Routing())
                            .addService(new Commander())
                            .build()
                            .start();
            legacy =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            legacy.createContext("/api/v1/calls", this::legacy);
            legacy.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String port = Integer.toString(grpc.getPort());
        return Map.of(
                "quarkus.grpc.clients.routing.test-port",
                port,
                "quarkus.grpc.clients.commander.test-port",
                port,
                // a loaded machine is no reason to fail; sweeps are quicker than time here
                "supporters.remote.routing.deadline",
                "2s",
                "supporters.remote.commander.deadline",
                "2s",
                "supporters.call.recovery",
                "false",
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

    /** What the legacy system heard that contains something. */
    List<String> legacyHeard(String part) {
        return legacyHeard.stream().filter(heard -> heard.contains(part)).toList();
    }

    private void legacy(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String entry =
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestURI().getPath()
                        + " "
                        + exchange.getRequestHeaders().getFirst("authorization")
                        + " "
                        + body;
        legacyHeard.add(entry);
        boolean early =
                body.contains("\"call_id\":\"" + LEGACY_FAILS_TWICE)
                        && legacyHeard.stream().filter(entry::equals).count() < 3;
        byte[] answer = "{\"error\":\"picked_up\"}".getBytes(StandardCharsets.UTF_8);
        int status =
                exchange.getRequestURI().getPath().endsWith("7/cancel.json")
                        ? 409
                        : early ? 503 : 200;
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static <T> void answer(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }

    private static Decision supporter(String callId) {
        return Decision.newBuilder()
                .setCallId(callId)
                .setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                .setReason(RoutingReason.ROUTING_REASON_ASSIGNED)
                .setDriverId("1004550")
                .setCommandId("command-" + callId)
                .setEtaSeconds(420)
                .addTags("supporters:fit")
                .build();
    }

    private final class Routing extends RoutingServiceGrpc.RoutingServiceImplBase {

        @Override
        public void route(RouteRequest request, StreamObserver<RouteResponse> observer) {
            routed.add(request);
            String callId = request.getCall().getCallId();
            switch (callId.substring(0, 1)) {
                case TO_SUPPORTER -> decide(observer, supporter(callId));
                case TO_GENERAL ->
                        decide(
                                observer,
                                Decision.newBuilder()
                                        .setCallId(callId)
                                        .setPath(DispatchPath.DISPATCH_PATH_GENERAL)
                                        .setReason(RoutingReason.ROUTING_REASON_NO_SUPPORTER)
                                        .build());
                case ROUTING_FAILS -> observer.onError(Status.UNAVAILABLE.asRuntimeException());
                default -> {} // never answers
            }
        }

        private static void decide(StreamObserver<RouteResponse> observer, Decision decision) {
            answer(observer, RouteResponse.newBuilder().setDecision(decision).build());
        }
    }

    private final class Commander extends CommanderServiceGrpc.CommanderServiceImplBase {

        @Override
        public void closeCall(
                CloseCallRequest request, StreamObserver<CloseCallResponse> observer) {
            CloseCallResponse.Builder response = CloseCallResponse.newBuilder();
            if (request.getCallId().startsWith(ROUTING_IS_LATE_BUT_COMMANDED)) {
                response.setCommand(
                        Command.newBuilder()
                                .setCommandId("command-" + request.getCallId())
                                .setCallId(request.getCallId())
                                .setDriverId("1004551")
                                .setEtaSeconds(300));
            }
            answer(observer, response.build());
        }

        @Override
        public void cancel(CancelRequest request, StreamObserver<CancelResponse> observer) {
            cancelled.add(request);
            answer(observer, CancelResponse.getDefaultInstance());
        }
    }
}
