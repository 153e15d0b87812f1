package dev.supporters.routing.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.AssignResponse;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.Candidate;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.routing.decision.DriverAssigner;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.results.LegacySystem.DispatchResult;
import dev.supporters.routing.results.Withdrawal;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Asks the commander. What need not be quick has bounds of its own, so that it can't stand in the way of a call. */
@ApplicationScoped
class AssignmentClient implements DriverAssigner, Withdrawal {

    private static final FieldBoundsTable CANCELLATIONS =
            FieldBoundsTable.of(CancelRequest.getDescriptor());
    private static final String WITHDRAW = "withdraw-";

    private final CommanderServiceBlockingStub commander;
    private final GuardedCall quick;
    private final GuardedCall patient;

    AssignmentClient(
            @GrpcClient("commander") CommanderServiceBlockingStub commander, GuardedCalls remotes) {
        this.commander = commander;
        quick = remotes.named("commander");
        patient = remotes.named("commander-cancel");
    }

    @Override
    public AssignResult assign(AssignOrder order) {
        AssignRequest request = request(order);
        AssignResponse response = quick.call(() -> commander.assign(request));
        return switch (response.getResultCase()) {
            case COMMAND -> commanded(response.getCommand());
            case NONE_FREE -> new AssignResult.NoneFree();
            case CALL_CLOSED -> new AssignResult.CallClosed();
            case RESULT_NOT_SET ->
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_INTERNAL,
                            "an assignment without a result",
                            "a result");
        };
    }

    @Override
    public void withdraw(DispatchResult result) {
        CancelRequest request =
                CancelRequest.newBuilder()
                        .setRequestId(requestId(result.commandId()))
                        .setCallId(result.callId().value())
                        .setReason(CancellationReason.CANCELLATION_REASON_WITHDRAWN)
                        .build();
        patient.call(() -> commander.cancel(request));
    }

    /** The same for the same command. A command's id may be longer than that of a request. */
    static String requestId(String commandId) {
        String id = WITHDRAW + commandId;
        if (id.length() <= CANCELLATIONS.maxLength("request_id")) {
            return id;
        }
        return WITHDRAW + UUID.nameUUIDFromBytes(commandId.getBytes(StandardCharsets.UTF_8));
    }

    private static AssignRequest request(AssignOrder order) {
        AssignRequest.Builder request =
                AssignRequest.newBuilder()
                        .setRequestId(order.requestId())
                        .setCallId(order.call().callId().value())
                        .setProduct(order.call().product())
                        .setOrigin(order.call().message().getOrigin())
                        .setFare(order.call().message().getFare())
                        .setVeto(Timestamps.of(order.policy().veto()))
                        .setOnRefusal(order.policy().onRefusal());
        order.candidates()
                .forEach(candidate ->
                        request.addCandidates(
                                Candidate.newBuilder()
                                        .setDriverId(candidate.driverId().value())
                                        .setEtaSeconds(candidate.etaSeconds())));
        return request.build();
    }

    private static AssignResult commanded(Command command) {
        return new AssignResult.Commanded(
                new DriverId(command.getDriverId()),
                command.getCommandId(),
                command.getEtaSeconds(),
                Timestamps.instant(command.getDeadlineTime()));
    }
}
