package dev.supporters.call;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.CallCommand;
import dev.supporters.proto.commander.v1.CallCommandState;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.GetCallCommandsRequest;
import dev.supporters.proto.commander.v1.GetCallCommandsResponse;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteHeldRequest;
import dev.supporters.proto.routing.v1.RouteHeldResponse;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RouteResponse;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc;
import dev.supporters.testkit.FakeHttp;
import dev.supporters.testkit.FakeHttp.GivenAnswer;
import dev.supporters.testkit.FakeHttp.SentRequest;
import dev.supporters.testkit.FakeNeighbours;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Routing, commander and the legacy system, on ports of their own. What they do with a call stands in its number. */
public final class FakeParts extends FakeNeighbours {

    static final String TO_SUPPORTER = "1";

    static final String TO_GENERAL = "2";
    static final String ROUTING_FAILS = "3";
    static final String ROUTING_IS_LATE_BUT_COMMANDED = "4";
    static final String HELD = "5";

    /** A held call for which no supporter comes. */
    static final String HELD_IN_VAIN = "52";

    /** The legacy system takes these at the third try. */
    static final String LEGACY_FAILS_TWICE = "25";

    final List<RouteRequest> routed = new CopyOnWriteArrayList<>();
    final List<CancelRequest> cancelled = new CopyOnWriteArrayList<>();

    /** Calls that commander cancels only when it is released. */
    static final String COMMANDER_IS_SLOW = "29";

    /** Calls that were driven to the end, and did not hear it. */
    static final String DRIVEN = "16";

    private final Queue<Runnable> slowAnswers = new ConcurrentLinkedQueue<>();
    private volatile boolean slow = true;

    private FakeHttp legacy;

    @Override
    public Map<String, String> start() {
        legacy = http(this::legacy);
        Map<String, String> config =
                grpc(Map.of("routing", new Routing(), "commander", new Commander()));
        config.put("supporters.legacy.url", legacy.url());
        // a loaded machine is no reason to fail; sweeps are quicker than time here
        config.put("supporters.remote.routing.deadline", "2s");
        config.put("supporters.remote.commander.deadline", "2s");
        config.put("supporters.remote.routing-held.deadline", "2s");
        config.put("supporters.remote.legacy.deadline", "10s");
        config.put("supporters.call.recovery", "false");
        // the clock stands still here
        config.put("supporters.call.follow-up-pause", "0s");
        return config;
    }

    /** What the legacy system heard that contains something. */
    List<String> legacyHeard(String part) {
        return legacy.heard().stream().filter(heard -> heard.contains(part)).toList();
    }

    /** Commander answers what it has not answered yet, and all that comes. */
    void releaseCommander() {
        slow = false;
        slowAnswers.forEach(Runnable::run);
    }

    private GivenAnswer legacy(SentRequest request) {
        boolean early =
                request.body().contains("\"call_id\":\"" + LEGACY_FAILS_TWICE)
                        && legacy.times(request) < 3;
        int status = request.path().endsWith("7/cancel.json") ? 409 : early ? 503 : 200;
        return new GivenAnswer(status, "{\"error\":\"picked_up\"}");
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
                case HELD ->
                        decide(
                                observer,
                                Decision.newBuilder()
                                        .setCallId(callId)
                                        .setReason(RoutingReason.ROUTING_REASON_HELD)
                                        .setHoldUntilTime(
                                                Timestamps.of(
                                                        TestClock.FRIDAY_NIGHT.plusSeconds(600)))
                                        .addTags("supporters:fit")
                                        .build());
                case ROUTING_FAILS -> observer.onError(Status.UNAVAILABLE.asRuntimeException());
                default -> {} // never answers
            }
        }

        @Override
        public void routeHeld(
                RouteHeldRequest request, StreamObserver<RouteHeldResponse> observer) {
            RouteHeldResponse.Builder response = RouteHeldResponse.newBuilder();
            request.getCallsList().stream()
                    .map(held -> held.getCall().getCallId())
                    .filter(callId -> !callId.startsWith(HELD_IN_VAIN))
                    .forEach(callId -> response.addDecisions(supporter(callId)));
            answer(observer, response.build());
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
            if (request.getCallId().startsWith(DRIVEN)) {
                answer(observer, CancelResponse.getDefaultInstance());
                return;
            }
            CancelResponse freed =
                    CancelResponse.newBuilder()
                            .setEngagement(Engagement.getDefaultInstance())
                            .build();
            if (slow && request.getCallId().startsWith(COMMANDER_IS_SLOW)) {
                slowAnswers.add(() -> answer(observer, freed));
                return;
            }
            answer(observer, freed);
        }

        @Override
        public void getCallCommands(
                GetCallCommandsRequest request, StreamObserver<GetCallCommandsResponse> observer) {
            GetCallCommandsResponse.Builder response = GetCallCommandsResponse.newBuilder();
            request.getCallIdsList().stream()
                    .filter(callId -> callId.startsWith(DRIVEN))
                    .forEach(callId ->
                            response.addCommands(
                                    CallCommand.newBuilder()
                                            .setCommandId("command-" + callId)
                                            .setCallId(callId)
                                            .setDriverId("1004550")
                                            .setState(CallCommandState.CALL_COMMAND_STATE_COMPLETED)
                                            .setEndTime(
                                                    Timestamps.of(
                                                            TestClock.FRIDAY_NIGHT.plusSeconds(
                                                                    900)))));
            answer(observer, response.build());
        }
    }
}
