package dev.supporters.gateway.call;

import dev.supporters.proto.commander.v1.Command;

import java.util.Optional;

/** The service that gives calls to supporters. */
public interface Assignments {

    /** Closes a call to assignments for ever. One that has a command keeps it, and is answered with it. */
    Optional<Command> close(String callId);
}
