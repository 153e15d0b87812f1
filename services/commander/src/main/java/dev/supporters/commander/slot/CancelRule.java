package dev.supporters.commander.slot;

import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.util.Optional;

/** How an engagement is ended from outside. */
public final class CancelRule {

    private CancelRule() {}

    /** Frees the driver of the call; nothing if the driver is not engaged with it any more. */
    public static Optional<Change<Slot>> cancel(
            Optional<Slot> slot,
            CallId callId,
            CancellationReason reason,
            Instant now,
            long version) {
        if (!(slot.orElse(null) instanceof Slot.Engaged engaged) || !engaged.isFor(callId)) {
            return Optional.empty();
        }
        return switch (engaged) {
            case Slot.Commanded commanded ->
                    Optional.of(
                            cancelled(
                                    commanded,
                                    new Outcome.Cancelled(reason),
                                    reason,
                                    false,
                                    now,
                                    version));
            case Slot.Accepted accepted ->
                    Optional.of(
                            cancelled(
                                    accepted,
                                    new Outcome.Accepted(false, reason),
                                    reason,
                                    true,
                                    now,
                                    version));
            case Slot.Arrived arrived ->
                    Optional.of(
                            cancelled(
                                    arrived,
                                    new Outcome.Accepted(false, reason),
                                    reason,
                                    true,
                                    now,
                                    version));
            case Slot.Driving driving ->
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_CALL_PICKED_UP,
                            "call " + callId.value() + " is being driven",
                            "a cancellation before the drive");
        };
    }

    private static Change<Slot> cancelled(
            Slot.Engaged engaged,
            Outcome outcome,
            CancellationReason reason,
            boolean afterAcceptance,
            Instant now,
            long version) {
        return Change.to(
                engaged.freed(outcome, now),
                ActivityEvents.cancelled(engaged.command(), reason, afterAcceptance, now, version));
    }
}
