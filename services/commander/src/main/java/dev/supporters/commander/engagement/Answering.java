package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.AnswerRule;
import dev.supporters.commander.slot.Applied;
import dev.supporters.commander.slot.CallConfirmation;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Refuse;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.platform.store.Decision;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/**
 * Gives commands their outcome. Before an acceptance the command's call is asked; a call that went another way takes its command
 * back.
 */
@ApplicationScoped
public class Answering {

    private static final Logger LOG = Logger.getLogger(Answering.class);

    private final Slots slots;
    private final CallConfirmation confirmation;
    private final ShortClock clock;
    private final CommandMeters meters;

    public Answering(
            Slots slots, CallConfirmation confirmation, ShortClock clock, CommandMeters meters) {
        this.slots = slots;
        this.confirmation = confirmation;
        this.clock = clock;
        this.meters = meters;
    }

    /** The driver accepts. When the call cannot be asked, that is refused, and silence accepts later. */
    public Versioned<Slot> accept(DriverId driverId, CommandKey key) {
        Versioned<Slot> found = slots.find(driverId).orElseThrow(() -> AnswerRule.unknown(key));
        Optional<Slot.Commanded> open = AnswerRule.open(found.value(), key);
        Versioned<Slot> after = open.isPresent() ? settled(open.get().command()) : found;
        AnswerRule.requireAccepted(after.value(), key);
        return after;
    }

    /** The driver refuses. */
    public Versioned<Slot> refuse(DriverId driverId, CommandKey key, Refuse refuse) {
        Applied applied =
                slots.change(
                                driverId,
                                (slot, version) ->
                                        AnswerRule.refuse(slot, key, refuse, clock.now(), version))
                        .orElseThrow(() -> AnswerRule.unknown(key));
        if (applied.changed()) {
            meters.command("refused");
            LOG.infof(
                    "command refused driverId=%s %s reason=%s",
                    driverId.value(), key, refuse.reason());
        }
        return applied.slot();
    }

    /**
     * Accepts by silence, once the deadline has passed.
     *
     * @throws dev.supporters.platform.refusal.Refusal when the call cannot be asked
     */
    public void silence(DriverId driverId, String commandId) {
        overdue(driverId, commandId).ifPresent(this::settled);
    }

    /** Accepts by silence without the call's word: it could not be had for so long that the customer must not wait any more. */
    public void silenceUnconfirmed(DriverId driverId, String commandId) {
        overdue(driverId, commandId)
                .ifPresent(command -> {
                    Applied applied = accepted(command, true);
                    if (applied.changed()) {
                        meters.unconfirmed();
                        LOG.warnf(
                                "command accepted unconfirmed callId=%s driverId=%s commandId=%s",
                                command.callId().value(), driverId.value(), commandId);
                    }
                });
    }

    /** Accepts the command or takes it back, as its call says. */
    Versioned<Slot> settled(Command command) {
        boolean bySilence = command.overdue(clock.now());
        return (confirmation.confirmed(command) ? accepted(command, bySilence) : withdrawn(command))
                .slot();
    }

    private Optional<Command> overdue(DriverId driverId, String commandId) {
        return slots.find(driverId)
                .flatMap(slot -> AnswerRule.open(slot.value(), new CommandKey(commandId, "")))
                .map(Slot.Commanded::command)
                .filter(command -> command.overdue(clock.now()));
    }

    private Applied accepted(Command command, boolean bySilence) {
        Applied applied =
                change(
                        command,
                        (slot, version) ->
                                AnswerRule.accept(slot, command, bySilence, clock.now(), version));
        if (applied.changed()) {
            meters.command(bySilence ? "accepted_by_silence" : "accepted");
            LOG.infof(
                    "command accepted callId=%s driverId=%s commandId=%s bySilence=%s",
                    command.callId().value(),
                    command.driverId().value(),
                    command.commandId(),
                    bySilence);
        }
        return applied;
    }

    private Applied withdrawn(Command command) {
        Applied applied =
                change(
                        command,
                        (slot, version) ->
                                AnswerRule.withdraw(slot, command, clock.now(), version));
        if (applied.changed()) {
            meters.command("withdrawn");
            LOG.infof(
                    "command withdrawn callId=%s driverId=%s commandId=%s",
                    command.callId().value(), command.driverId().value(), command.commandId());
        }
        return applied;
    }

    private Applied change(Command command, Decision<Slot> decision) {
        return slots.change(command.driverId(), decision)
                .orElseThrow(() -> AnswerRule.unknown(new CommandKey(command.commandId(), "")));
    }
}
