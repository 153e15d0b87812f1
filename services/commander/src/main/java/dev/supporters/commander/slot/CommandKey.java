package dev.supporters.commander.slot;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** By what a command is named: its own id, its call's, or both; the empty one is not asked for. */
public record CommandKey(String commandId, String callId) {

    private static final int MAX_LENGTH = 300;

    public CommandKey {
        Require.optionalText(commandId, "command_id", MAX_LENGTH);
        Require.optionalText(callId, "call_id", MAX_LENGTH);
        if (commandId.isEmpty() && callId.isEmpty()) {
            throw Refusal.invalid("command_id", "nothing", "a command_id or a call_id");
        }
    }

    boolean matches(Command command) {
        return matches(command.commandId(), command.callId());
    }

    boolean matches(Decided decided) {
        return matches(decided.commandId(), decided.callId());
    }

    @Override
    public String toString() {
        return commandId.isEmpty() ? "call " + callId : "command " + commandId;
    }

    private boolean matches(String foundCommand, CallId foundCall) {
        return (commandId.isEmpty() || commandId.equals(foundCommand))
                && (callId.isEmpty() || callId.equals(foundCall.value()));
    }
}
