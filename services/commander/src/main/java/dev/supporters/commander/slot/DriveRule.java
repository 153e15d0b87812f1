package dev.supporters.commander.slot;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.util.Optional;

/** How an accepted drive goes on. */
public final class DriveRule {

    private DriveRule() {}

    /** The steps of a drive, in their order. */
    public enum DriveStep {
        /** The driver is with the customer. */
        ARRIVED,
        /** The drive begins. */
        PICKED_UP,
        /** The drive is over. */
        COMPLETED
    }

    /** Takes the next step; nothing if it was taken before. */
    public static Optional<Change<Slot>> step(
            Optional<Slot> slot, CallId callId, DriveStep step, Instant now, long version) {
        Slot found = slot.orElseThrow(() -> unknown(callId));
        if (!(found instanceof Slot.Engaged engaged) || !engaged.isFor(callId)) {
            requireTakenBefore(found, callId, step);
            return Optional.empty();
        }
        Command command = engaged.command();
        return switch (engaged) {
            case Slot.Commanded commanded -> throw wrong(step, "COMMANDED", "an accepted command");
            case Slot.Accepted accepted ->
                    switch (step) {
                        case ARRIVED ->
                                Optional.of(
                                        Change.to(
                                                new Slot.Arrived(accepted.header(), command),
                                                ActivityEvents.arrived(command, now, version)));
                        case PICKED_UP, COMPLETED ->
                                throw wrong(step, "ACCEPTED", DriveStep.ARRIVED.name());
                    };
            case Slot.Arrived arrived ->
                    switch (step) {
                        case ARRIVED -> Optional.empty();
                        case PICKED_UP ->
                                Optional.of(
                                        Change.to(
                                                new Slot.Driving(arrived.header(), command),
                                                ActivityEvents.pickedUp(command, now, version)));
                        case COMPLETED -> throw wrong(step, "ARRIVED", DriveStep.PICKED_UP.name());
                    };
            case Slot.Driving driving ->
                    switch (step) {
                        case ARRIVED, PICKED_UP -> Optional.empty();
                        case COMPLETED ->
                                Optional.of(
                                        Change.to(
                                                driving.freed(new Outcome.Accepted(true), now),
                                                ActivityEvents.completed(command, now, version)));
                    };
        };
    }

    /** The call's command, if silence has accepted it and that is not stored yet. */
    public static Optional<Command> overdue(Optional<Slot> slot, CallId callId, Instant now) {
        return slot.filter(found ->
                        found instanceof Slot.Commanded commanded && commanded.isFor(callId))
                .map(found -> ((Slot.Commanded) found).command())
                .filter(command -> command.overdue(now));
    }

    private static void requireTakenBefore(Slot slot, CallId callId, DriveStep step) {
        DecidedCommand decided =
                slot.header().decided().newest(callId).orElseThrow(() -> unknown(callId));
        switch (decided.outcome()) {
            case Outcome.Accepted accepted -> {
                if (!accepted.completed()) {
                    throw wrong(step, "cancelled", "a drive");
                }
            }
            case Outcome.Refused refused -> throw wrong(step, "refused", "an accepted command");
            case Outcome.Cancelled cancelled ->
                    throw wrong(step, "cancelled", "an accepted command");
        }
    }

    private static Refusal unknown(CallId callId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                "call " + callId.value(),
                "a call that this driver was commanded to");
    }

    private static Refusal wrong(DriveStep step, String state, String expected) {
        return new Refusal(
                ErrorReason.ERROR_REASON_WRONG_DRIVE_STATE,
                "step " + step + " in state " + state,
                expected);
    }
}
