package dev.supporters.call.path;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.contract.CallId;
import dev.supporters.proto.common.v1.CancellationReason;

import java.util.Optional;

/**
 * Decides who drives a call on the supporters' path: the service commander. Each method throws a {@link
 * dev.supporters.platform.refusal.Refusal} when it fails or is late.
 */
public interface CommandArbiter {

    /** Closes a call to assignments for ever, unless it has a command: then returns the command. */
    Optional<Command> closeCall(CallId callId);

    /**
     * Frees the call's driver, if there is one. Refused: CALL_PICKED_UP.
     *
     * @return false if there is none: then the call's command has ended before
     */
    boolean cancel(CallId callId, CancellationReason reason);
}
