package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.commander.slot.Slot;
import dev.supporters.contract.CallId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.CallCommand;
import dev.supporters.proto.commander.v1.CallCommandState;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What became of commands, as messages. */
final class CallCommandMapper {

    private CallCommandMapper() {}

    /** All commands of these calls that the slots have or remember. */
    static List<CallCommand> commands(List<Slot> slots, Set<CallId> callIds) {
        return slots.stream()
                .flatMap(slot -> Stream.concat(live(slot, callIds), decided(slot, callIds)))
                .toList();
    }

    /** All commands that the slot has or remembers, the newest first. */
    static List<CallCommand> commands(Slot slot) {
        Stream<CallCommand> live =
                slot instanceof Slot.Engaged engaged ? Stream.of(live(engaged)) : Stream.empty();
        return Stream.concat(
                        live,
                        slot.header().decided().all().reversed().stream()
                                .map(decided -> decided(slot, decided)))
                .toList();
    }

    private static Stream<CallCommand> live(Slot slot, Set<CallId> callIds) {
        return slot instanceof Slot.Engaged engaged && callIds.contains(engaged.command().callId())
                ? Stream.of(live(engaged))
                : Stream.empty();
    }

    private static Stream<CallCommand> decided(Slot slot, Set<CallId> callIds) {
        return slot.header().decided().all().stream()
                .filter(decided -> callIds.contains(decided.callId()))
                .map(decided -> decided(slot, decided));
    }

    private static CallCommand live(Slot.Engaged engaged) {
        CallCommandState state =
                switch (engaged) {
                    case Slot.Commanded s -> CallCommandState.CALL_COMMAND_STATE_COMMANDED;
                    case Slot.Accepted s -> CallCommandState.CALL_COMMAND_STATE_ACCEPTED;
                    case Slot.Arrived s -> CallCommandState.CALL_COMMAND_STATE_ARRIVED;
                    case Slot.Driving s -> CallCommandState.CALL_COMMAND_STATE_DRIVING;
                };
        return of(engaged, engaged.command().commandId(), engaged.command().callId())
                .setState(state)
                .setEtaSeconds(engaged.command().etaSeconds())
                .build();
    }

    private static CallCommand decided(Slot slot, DecidedCommand decided) {
        CallCommand.Builder command = of(slot, decided.commandId(), decided.callId());
        decided.endTime().ifPresent(time -> command.setEndTime(Timestamps.of(time)));
        return switch (decided.outcome()) {
            case Outcome.Accepted accepted when accepted.completed() ->
                    command.setState(CallCommandState.CALL_COMMAND_STATE_COMPLETED).build();
            case Outcome.Accepted accepted ->
                    command.setState(CallCommandState.CALL_COMMAND_STATE_CANCELLED)
                            .setCancellationReason(accepted.cancelled())
                            .build();
            case Outcome.Refused refused ->
                    command.setState(CallCommandState.CALL_COMMAND_STATE_REFUSED)
                            .setOnRefusal(refused.consequence())
                            .setRefusalReason(refused.reason())
                            .setRefusalComment(refused.comment())
                            .build();
            case Outcome.Cancelled cancelled ->
                    command.setState(CallCommandState.CALL_COMMAND_STATE_CANCELLED)
                            .setCancellationReason(cancelled.reason())
                            .build();
        };
    }

    private static CallCommand.Builder of(Slot slot, String commandId, CallId callId) {
        return CallCommand.newBuilder()
                .setCommandId(commandId)
                .setCallId(callId.value())
                .setDriverId(slot.driverId().value());
    }
}
