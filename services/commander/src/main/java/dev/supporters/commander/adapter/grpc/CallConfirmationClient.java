package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.slot.CallConfirmation;
import dev.supporters.commander.slot.Command;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceBlockingStub;
import dev.supporters.proto.call.v1.ConfirmRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks the service call. */
@ApplicationScoped
class CallConfirmationClient implements CallConfirmation {

    private final CallServiceBlockingStub stub;
    private final GuardedCall callee;

    CallConfirmationClient(@GrpcClient("call") CallServiceBlockingStub stub, GuardedCalls callees) {
        this.stub = stub;
        callee = callees.named("call");
    }

    @Override
    public boolean confirmed(Command command) {
        ConfirmRequest request =
                ConfirmRequest.newBuilder()
                        .setCallId(command.callId().value())
                        .setCommandId(command.commandId())
                        .setDriverId(command.driverId().value())
                        .setEtaSeconds(command.etaSeconds())
                        .build();
        return callee.call(() -> stub.confirm(request)).getConfirmed();
    }
}
