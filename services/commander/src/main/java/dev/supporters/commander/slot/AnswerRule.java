package dev.supporters.commander.slot;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.util.Optional;

/** How a command gets its one outcome. */
public final class AnswerRule {

    private AnswerRule() {}

    /** The driver refuses; nothing if it was refused before. */
    public static Optional<Change<Slot>> refuse(
            Optional<Slot> slot, CommandKey key, DriverRefusal refusal, Instant now, long version) {
        Slot found = slot.orElseThrow(() -> unknown(key));
        Optional<Slot.Commanded> open = open(found, key);
        if (open.isEmpty()) {
            requireRefused(found, key);
            return Optional.empty();
        }
        Command command = open.get().command();
        if (command.overdue(now)) {
            throw decided(
                    key,
                    "accepted by silence at " + command.deadlineTime(),
                    "a refusal before that");
        }
        Outcome outcome =
                new Outcome.Refused(refusal.reason(), refusal.comment(), command.onRefusal());
        Slot next = open.get().freed(outcome, now);
        return Optional.of(
                Change.to(next, ActivityEvents.refused(command, refusal.reason(), now, version)));
    }

    /** Accepts a command whose call agrees; nothing if it is not open any more. */
    public static Optional<Change<Slot>> accept(
            Optional<Slot> slot, Command command, boolean bySilence, Instant now, long version) {
        return open(slot, command)
                .map(commanded ->
                        Change.to(
                                new Slot.Accepted(commanded.header(), command),
                                ActivityEvents.accepted(command, bySilence, now, version)));
    }

    /** Withdraws a command whose call was dispatched otherwise; nothing if it is not open any more. */
    public static Optional<Change<Slot>> withdraw(
            Optional<Slot> slot, Command command, Instant now, long version) {
        CancellationReason reason = CancellationReason.CANCELLATION_REASON_WITHDRAWN;
        return open(slot, command)
                .map(commanded ->
                        Change.to(
                                commanded.freed(new Outcome.Cancelled(reason), now),
                                ActivityEvents.cancelled(command, reason, false, now, version)));
    }

    /** The slot while the command awaits its outcome. */
    public static Optional<Slot.Commanded> open(Slot slot, CommandKey key) {
        return slot instanceof Slot.Commanded commanded && key.matches(commanded.command())
                ? Optional.of(commanded)
                : Optional.empty();
    }

    /** The command's outcome; empty while it is open, and if it is unknown. */
    public static Optional<Outcome> outcome(Slot slot, CommandKey key) {
        if (slot instanceof Slot.Engaged engaged && key.matches(engaged.command())) {
            return engaged instanceof Slot.Commanded
                    ? Optional.empty()
                    : Optional.of(new Outcome.Accepted(false));
        }
        return slot.header().decided().newest(key).map(DecidedCommand::outcome);
    }

    /** Refuses an acceptance unless the command was accepted. */
    public static void requireAccepted(Slot slot, CommandKey key) {
        switch (outcome(slot, key).orElseThrow(() -> unknown(key))) {
            case Outcome.Accepted accepted -> {}
            case Outcome.Refused refused ->
                    throw decided(key, "refused", "a command that was not refused");
            case Outcome.Cancelled cancelled ->
                    throw decided(key, "cancelled", "a command that was not cancelled");
        }
    }

    /** There is no such command. */
    public static Refusal unknown(CommandKey key) {
        return new Refusal(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                key.toString(),
                "a command that this driver was given");
    }

    private static void requireRefused(Slot slot, CommandKey key) {
        switch (outcome(slot, key).orElseThrow(() -> unknown(key))) {
            case Outcome.Accepted accepted ->
                    throw decided(key, "accepted", "a command that was not accepted");
            case Outcome.Refused refused -> {}
            case Outcome.Cancelled cancelled ->
                    throw decided(key, "cancelled", "a command that was not cancelled");
        }
    }

    private static Optional<Slot.Commanded> open(Optional<Slot> slot, Command command) {
        return slot.flatMap(found -> open(found, CommandKey.of(command)));
    }

    private static Refusal decided(CommandKey key, String how, String expected) {
        return new Refusal(ErrorReason.ERROR_REASON_COMMAND_DECIDED, key + " was " + how, expected);
    }
}
