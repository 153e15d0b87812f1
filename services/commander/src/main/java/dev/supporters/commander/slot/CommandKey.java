package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;

import java.util.Optional;

/** How a driver names a command: by its own id, its call's, or both. */
public record CommandKey(Optional<String> commandId, Optional<CallId> callId) {

    public CommandKey {
        requireNonNull(commandId);
        requireNonNull(callId);
        if (commandId.isEmpty() && callId.isEmpty()) {
            throw Refusal.invalid("command_id", "nothing", "a command_id or a call_id");
        }
    }

    /** From the texts of a request; an empty one is not given. */
    public static CommandKey of(String commandId, String callId) {
        return new CommandKey(given(commandId), given(callId).map(CallId::new));
    }

    public static CommandKey of(Command command) {
        return new CommandKey(Optional.of(command.commandId()), Optional.empty());
    }

    /** All of it as one text, for comparing. */
    public String parts() {
        return commandId.orElse("") + "/" + callId.map(CallId::value).orElse("");
    }

    boolean matches(Command command) {
        return matches(command.commandId(), command.callId());
    }

    boolean matches(DecidedCommand decided) {
        return matches(decided.commandId(), decided.callId());
    }

    @Override
    public String toString() {
        return commandId.map(id -> "command " + id).orElseGet(() -> "call " + callId.orElseThrow());
    }

    private boolean matches(String foundCommand, CallId foundCall) {
        return commandId.map(foundCommand::equals).orElse(true)
                && callId.map(foundCall::equals).orElse(true);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
