package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.gateway.call.CommanderClient;
import dev.supporters.proto.commander.v1.CallCommand;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.GetCallCommandsRequest;
import dev.supporters.proto.commander.v1.GetDriverCommandsRequest;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.ProgressRequest;
import dev.supporters.proto.commander.v1.ProgressResponse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.RespondResponse;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

/** The service `commander`. */
@ApplicationScoped
public class GrpcCommanderClient implements CommanderClient {

    /** Reads have limits of their own: those who look on keep no driver from answering a command. */
    public static final String READS = "commander-reads";

    private static final String REMOTE = "commander";

    private final ServiceInvoker invoker;
    private final CommanderServiceBlockingStub stub;

    GrpcCommanderClient(
            ServiceInvoker invoker, @GrpcClient("commander") CommanderServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    @Override
    public Optional<Command> closeCall(CallId callId) {
        CloseCallRequest request = CloseCallRequest.newBuilder().setCallId(callId.value()).build();
        CloseCallResponse response = invoker.call(REMOTE, request, stub::closeCall);
        return response.hasCommand() ? Optional.of(response.getCommand()) : Optional.empty();
    }

    public Engagement engagement(DriverId driverId) {
        GetEngagementRequest request =
                GetEngagementRequest.newBuilder().setDriverId(driverId.value()).build();
        return invoker.call(READS, request, stub::getEngagement).getEngagement();
    }

    /** What became of the commands of a call, in no order. */
    public List<CallCommand> commands(CallId callId) {
        GetCallCommandsRequest request =
                GetCallCommandsRequest.newBuilder().addCallIds(callId.value()).build();
        return invoker.call(READS, request, stub::getCallCommands).getCommandsList();
    }

    /** What became of a driver's commands, the newest first. */
    public List<CallCommand> commands(DriverId driverId) {
        GetDriverCommandsRequest request =
                GetDriverCommandsRequest.newBuilder().setDriverId(driverId.value()).build();
        return invoker.call(READS, request, stub::getDriverCommands).getCommandsList();
    }

    public RespondResponse respond(RespondRequest request) {
        return invoker.call(REMOTE, request, stub::respond);
    }

    public ProgressResponse progress(
            String requestId, DriverId driverId, CallId callId, DriveStep step) {
        ProgressRequest request =
                ProgressRequest.newBuilder()
                        .setRequestId(requestId)
                        .setDriverId(driverId.value())
                        .setCallId(callId.value())
                        .setStep(step)
                        .build();
        return invoker.call(REMOTE, request, stub::progress);
    }
}
