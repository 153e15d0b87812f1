package dev.supporters.call.adapter.grpc;

import dev.supporters.call.activity.CallCommands;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.CallCommand;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.GetCallCommandsRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What commander remembers, over gRPC. */
@ApplicationScoped
class CallCommandsClient implements CallCommands {

    private static final Comparator<CallCommand> ENDED_FIRST =
            Comparator.comparing((CallCommand command) -> !ended(command))
                    .thenComparing(command -> Timestamps.instant(command.getEndTime()));

    private final CommanderServiceBlockingStub stub;
    private final GuardedCall callee;
    private final Clock clock;

    CallCommandsClient(
            @GrpcClient("commander") CommanderServiceBlockingStub stub,
            GuardedCalls callees,
            Clock clock) {
        this.stub = stub;
        callee = callees.named("commander");
        this.clock = clock;
    }

    @Override
    public List<CommandEvent> of(Collection<CallId> callIds) {
        GetCallCommandsRequest request =
                GetCallCommandsRequest.newBuilder()
                        .addAllCallIds(callIds.stream().map(CallId::value).toList())
                        .build();
        Instant now = clock.instant();
        return callee.call(() -> stub.getCallCommands(request)).getCommandsList().stream()
                .sorted(ENDED_FIRST)
                .flatMap(command -> kind(command).map(kind -> event(command, kind, now)).stream())
                .toList();
    }

    /** One that is live, or ended at a time that is not known any more, counts as of now. */
    private static CommandEvent event(CallCommand command, CommandEvent.Kind kind, Instant now) {
        return new CommandEvent(
                new CallId(command.getCallId()),
                command.getCommandId(),
                new DriverId(command.getDriverId()),
                command.hasEndTime() ? Timestamps.instant(command.getEndTime()) : now,
                kind);
    }

    /** Empty for a state that this version does not know. */
    private static Optional<CommandEvent.Kind> kind(CallCommand command) {
        return switch (command.getState()) {
            case CALL_COMMAND_STATE_COMMANDED ->
                    Optional.of(new CommandEvent.Commanded(command.getEtaSeconds()));
            case CALL_COMMAND_STATE_ACCEPTED -> Optional.of(new CommandEvent.Accepted());
            case CALL_COMMAND_STATE_ARRIVED -> Optional.of(new CommandEvent.Arrived());
            case CALL_COMMAND_STATE_DRIVING -> Optional.of(new CommandEvent.PickedUp());
            case CALL_COMMAND_STATE_COMPLETED -> Optional.of(new CommandEvent.Completed());
            case CALL_COMMAND_STATE_REFUSED ->
                    Optional.of(new CommandEvent.Refused(command.getOnRefusal()));
            case CALL_COMMAND_STATE_CANCELLED ->
                    Optional.of(new CommandEvent.Cancelled(command.getCancellationReason()));
            case CALL_COMMAND_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static boolean ended(CallCommand command) {
        return switch (command.getState()) {
            case CALL_COMMAND_STATE_COMPLETED,
                    CALL_COMMAND_STATE_REFUSED,
                    CALL_COMMAND_STATE_CANCELLED ->
                    true;
            case CALL_COMMAND_STATE_COMMANDED,
                    CALL_COMMAND_STATE_ACCEPTED,
                    CALL_COMMAND_STATE_ARRIVED,
                    CALL_COMMAND_STATE_DRIVING,
                    CALL_COMMAND_STATE_UNSPECIFIED,
                    UNRECOGNIZED ->
                    false;
        };
    }
}
