package dev.supporters.load.bench;

import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceStub;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;

import io.grpc.stub.StreamObserver;

/**
 * Frees each commanded supporter at once, beside the measurement: a fleet that nobody frees is used up within a second. One whom it
 * fails to free is missing in what follows.
 */
final class SupporterRelease {

    private final CommanderServiceStub commander;

    SupporterRelease(CommanderServiceStub commander) {
        this.commander = commander;
    }

    void free(Decision decision) {
        if (decision.getReason() == RoutingReason.ROUTING_REASON_ASSIGNED) {
            cancel(decision.getCallId());
        } else if (decision.getReason() == RoutingReason.ROUTING_REASON_COMMANDER_UNAVAILABLE) {
            close(decision.getCallId()); // a command may have come about too late for the answer
        }
    }

    private void close(String callId) {
        CloseCallRequest request = CloseCallRequest.newBuilder().setCallId(callId).build();
        commander.closeCall(request, new Then<CloseCallResponse>(() -> cancel(callId)));
    }

    private void cancel(String callId) {
        CancelRequest request =
                CancelRequest.newBuilder()
                        .setRequestId("load-cancel-" + callId)
                        .setCallId(callId)
                        .setReason(CancellationReason.CANCELLATION_REASON_OPERATOR)
                        .build();
        commander.cancel(request, new Then<CancelResponse>(() -> {}));
    }

    private record Then<A>(Runnable next) implements StreamObserver<A> {

        @Override
        public void onNext(A answer) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {
            next.run();
        }
    }
}
