package dev.supporters.call.adapter.grpc;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.path.Commander;
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

/** The commanding function over gRPC. */
@ApplicationScoped
class CommanderClient implements Commander {

    private static final Logger LOG = Logger.getLogger(CommanderClient.class);

    private final CommanderServiceBlockingStub stub;
    private final GuardedCall remote;

    CommanderClient(
            @GrpcClient("commander") CommanderServiceBlockingStub stub, GuardedCalls remotes) {
        this.stub = stub;
        this.remote = remotes.named("commander");
    }

    @Override
    public Optional<Command> closeCall(String callId) {
        CloseCallRequest request = CloseCallRequest.newBuilder().setCallId(callId).build();
        CloseCallResponse response = remote.call(() -> stub.closeCall(request));
        return response.hasCommand()
                ? Optional.of(command(response.getCommand()))
                : Optional.empty();
    }

    @Override
    public void cancel(String callId, CancellationReason reason) {
        CancelRequest request =
                CancelRequest.newBuilder()
                        .setRequestId("call-" + callId + "-" + reason.name())
                        .setCallId(callId)
                        .setReason(reason)
                        .build();
        CancelResponse response = remote.call(() -> stub.cancel(request));
        LOG.debugf("engagement cancelled callId=%s freed=%s", callId, response.hasEngagement());
    }

    private static Command command(dev.supporters.proto.commander.v1.Command command) {
        return new Command(command.getCommandId(), command.getDriverId(), command.getEtaSeconds());
    }
}
