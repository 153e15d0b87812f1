package dev.supporters.call.adapter.grpc;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.common.v1.CancellationReason;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/** Commander over gRPC. */
@ApplicationScoped
class CommandArbiterClient implements CommandArbiter {

    private static final Logger LOG = Logger.getLogger(CommandArbiterClient.class);

    private final CommanderServiceBlockingStub stub;
    private final GuardedCall callee;

    CommandArbiterClient(
            @GrpcClient("commander") CommanderServiceBlockingStub stub, GuardedCalls callees) {
        this.stub = stub;
        callee = callees.named("commander");
    }

    @Override
    public Optional<Command> closeCall(CallId callId) {
        CloseCallRequest request = CloseCallRequest.newBuilder().setCallId(callId.value()).build();
        CloseCallResponse response = callee.call(() -> stub.closeCall(request));
        return response.hasCommand()
                ? Optional.of(command(response.getCommand()))
                : Optional.empty();
    }

    @Override
    public boolean cancel(CallId callId, CancellationReason reason) {
        CancelRequest request =
                CancelRequest.newBuilder()
                        .setRequestId("call-" + callId + "-" + reason.name())
                        .setCallId(callId.value())
                        .setReason(reason)
                        .build();
        CancelResponse response = callee.call(() -> stub.cancel(request));
        LOG.debugf("engagement cancelled callId=%s freed=%s", callId, response.hasEngagement());
        return response.hasEngagement();
    }

    private static Command command(dev.supporters.proto.commander.v1.Command command) {
        return new Command(
                command.getCommandId(),
                new DriverId(command.getDriverId()),
                command.getEtaSeconds());
    }
}
