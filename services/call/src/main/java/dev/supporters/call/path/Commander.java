package dev.supporters.call.path;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.proto.common.v1.CancellationReason;

import java.util.Optional;

/** The commanding function, arbiter of who drives. All of it refuses if it failed or was late. */
public interface Commander {

    /** Closes a call to assignments for ever, unless it is engaged: then answers its command. */
    Optional<Command> closeCall(String callId);

    /** Frees the call's driver, if there is one. Refused: CALL_PICKED_UP. */
    void cancel(String callId, CancellationReason reason);
}
