package dev.supporters.commander;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc.ActivityServiceImplBase;
import dev.supporters.proto.activity.v1.GetPositionRequest;
import dev.supporters.proto.activity.v1.GetPositionResponse;
import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceImplBase;
import dev.supporters.proto.call.v1.ConfirmRequest;
import dev.supporters.proto.call.v1.ConfirmResponse;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.testkit.FakeNeighbours;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;

import java.util.Map;

/**
 * `call`, as far as a call's id tells what it answers: "gone…" was dispatched otherwise, "silent…" is not answered, others agree. And
 * `activity`: drivers "away…" are on the other side of the earth, of others it knows nothing.
 */
public final class FakeCallService extends FakeNeighbours {

    @Override
    public Map<String, String> start() {
        Map<String, String> config = grpc(Map.of("call", new Calls(), "activity", new Positions()));
        config.put("supporters.commander.host", "127.0.0.1");
        config.put("supporters.remote.call.breaker-volume", "1000");
        // a JVM that has just started is slower than a deadline of production
        config.put("supporters.remote.call.deadline", "5s");
        config.put("supporters.remote.activity.deadline", "5s");
        config.put("supporters.rpc.keep-alive", "2s");
        return config;
    }

    private static final class Calls extends CallServiceImplBase {

        @Override
        public void confirm(ConfirmRequest request, StreamObserver<ConfirmResponse> observer) {
            if (request.getCallId().startsWith("silent")) {
                observer.onError(Status.UNAVAILABLE.asRuntimeException());
                return;
            }
            answer(
                    observer,
                    ConfirmResponse.newBuilder()
                            .setConfirmed(!request.getCallId().startsWith("gone"))
                            .build());
        }
    }

    private static final class Positions extends ActivityServiceImplBase {

        @Override
        public void getPosition(
                GetPositionRequest request, StreamObserver<GetPositionResponse> observer) {
            GetPositionResponse.Builder position = GetPositionResponse.newBuilder();
            if (request.getDriverId().startsWith("away")) {
                position.setLocation(Point.newBuilder().setLat(-37).setLng(-53))
                        .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT));
            }
            answer(observer, position.build());
        }
    }
}
