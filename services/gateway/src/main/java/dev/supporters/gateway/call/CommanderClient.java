package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.proto.commander.v1.Command;

import java.util.Optional;

/** The service `commander`, which commands calls to supporters. */
public interface CommanderClient {

    /** Closes a call for commands for ever. A call that has a command keeps it, and the answer is that command. */
    Optional<Command> closeCall(CallId callId);
}
