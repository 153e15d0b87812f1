package dev.supporters.commander;

import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceImplBase;
import dev.supporters.proto.call.v1.ConfirmRequest;
import dev.supporters.proto.call.v1.ConfirmResponse;
import dev.supporters.testkit.FakeNeighbours;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;

import java.util.Map;

/** `call`, as far as a call's id tells what it answers: "gone…" was dispatched otherwise, "silent…" is not answered, others agree. */
public final class FakeCallService extends FakeNeighbours {

    @Override
    public Map<String, String> start() {
        Map<String, String> config = grpc(Map.of("call", new Calls()));
        config.put("supporters.commander.host", "127.0.0.1");
        config.put("supporters.remote.call.breaker-volume", "1000");
        // a JVM that has just started is slower than a deadline of production
        config.put("supporters.remote.call.deadline", "5s");
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
}
