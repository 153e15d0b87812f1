package dev.supporters.routing;

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
import dev.supporters.proto.mlgateway.v1.RankFallback;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.Ranked;
import dev.supporters.proto.mlgateway.v1.ShadowRanking;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TagCallResponse;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.testkit.FakeHttp;
import dev.supporters.testkit.FakeHttp.GivenAnswer;
import dev.supporters.testkit.FakeHttp.SentRequest;
import dev.supporters.testkit.FakeNeighbours;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The parts that routing asks, on ports of their own. Each can be told to fail, for calls with certain ids only. */
public final class FakeParts extends FakeNeighbours {

    static final String CALL_WITHOUT_TAGGING = "901";
    static final String CALL_WITHOUT_MODEL = "902";
    static final String CALL_TAKEN_BY_COMMISSION = "903";
    static final String CALL_TOLD_AT_THE_THIRD_TRY = "904";
    static final String CALL_NOT_TAKEN = "905";

    final List<AssignRequest> assigned = new CopyOnWriteArrayList<>();
    final List<CancelRequest> cancelled = new CopyOnWriteArrayList<>();

    private FakeHttp legacy;
    private volatile boolean takesIt;

    @Override
    public Map<String, String> start() {
        legacy = http(this::legacy);
        Map<String, String> config =
                grpc(
                        Map.of(
                                "tagging", new Tagging(),
                                "mlgateway", new MlGateway(),
                                "commander", new Commander()));
        config.put("supporters.legacy.url", legacy.url());
        // so long that only a part that never answers is late, however slow the machine
        config.put("supporters.remote.tagging.deadline", "5s");
        config.put("supporters.remote.mlgateway.deadline", "2s");
        config.put("supporters.remote.commander.deadline", "5s");
        config.put("supporters.remote.commander-cancel.deadline", "10s");
        config.put("supporters.remote.legacy.deadline", "10s");
        return config;
    }

    /** From now on the legacy system also takes the call that it did not take. */
    void takeIt() {
        takesIt = true;
    }

    /** What the legacy system was posted. */
    List<String> posted() {
        return legacy.heard();
    }

    private GivenAnswer legacy(SentRequest request) {
        if (request.body().contains("\"" + CALL_TAKEN_BY_COMMISSION + "\"")) {
            return new GivenAnswer(409, "{}");
        }
        if (request.body().contains("\"" + CALL_NOT_TAKEN + "\"")) {
            return new GivenAnswer(takesIt ? 200 : 500, "{}");
        }
        boolean early =
                request.body().contains("\"" + CALL_TOLD_AT_THE_THIRD_TRY + "\"")
                        && legacy.times(request) < 3;
        return new GivenAnswer(early ? 503 : 200, "{}");
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
            RankResponse.Builder response =
                    RankResponse.newBuilder()
                            .setModel("fake@1")
                            .setWantedModel("keep@2")
                            .setFallback(RankFallback.RANK_FALLBACK_LATE)
                            .addShadows(
                                    ShadowRanking.newBuilder()
                                            .setModel("keep@3")
                                            .addBest(Ranked.newBuilder().setDriverId("1004552")))
                            .addShadows(
                                    ShadowRanking.newBuilder()
                                            .setModel("keep@4")
                                            .setFallback(RankFallback.RANK_FALLBACK_MISSING));
            request.getCandidatesList()
                    .forEach(candidate ->
                            response.addRanked(
                                    Ranked.newBuilder()
                                            .setDriverId(candidate.getDriverId())
                                            .setEtaSeconds(300)
                                            .setScore(.9)
                                            .setKeepProbability(.8)));
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
