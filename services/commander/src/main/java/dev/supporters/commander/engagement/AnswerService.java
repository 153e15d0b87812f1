package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.AnswerRule;
import dev.supporters.commander.slot.CallConfirmation;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DriverRefusal;
import dev.supporters.commander.slot.DriverRequest;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.slot.SlotRepository.SlotUpdate;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/**
 * Decides commands, each once. Before an acceptance the command's call is asked; if the call was dispatched otherwise, the command is
 * withdrawn.
 */
@ApplicationScoped
public class AnswerService {

    static final String NO_REQUEST = "";

    private static final Logger LOG = Logger.getLogger(AnswerService.class);
    private static final String OPERATION = "respond";

    private final SlotRepository slots;
    private final CallConfirmation confirmation;
    private final MillisClock clock;
    private final CommandMetrics metrics;

    public AnswerService(
            SlotRepository slots,
            CallConfirmation confirmation,
            MillisClock clock,
            CommandMetrics metrics) {
        this.slots = slots;
        this.confirmation = confirmation;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The driver accepts. If the call cannot be asked, this is refused, and silence accepts later. */
    public Versioned<Slot> accept(DriverId driverId, CommandKey key, String requestId) {
        Slot found = found(driverId, key);
        String cause = DriverRequest.cause(found, OPERATION, requestId, key.parts(), "accept");
        Optional<Slot.Commanded> open = AnswerRule.open(found, key);
        Versioned<Slot> after =
                open.isPresent() ? decide(open.get().command(), cause) : asItIs(driverId, cause);
        AnswerRule.requireAccepted(after.value(), key);
        return after;
    }

    /** The driver refuses. */
    public Versioned<Slot> refuse(
            DriverId driverId, CommandKey key, DriverRefusal refusal, String requestId) {
        String cause =
                DriverRequest.cause(
                        found(driverId, key), OPERATION, requestId, key.parts(), refusal);
        SlotUpdate update =
                slots.change(
                                driverId,
                                cause,
                                (slot, version) ->
                                        AnswerRule.refuse(slot, key, refusal, clock.now(), version))
                        .orElseThrow(() -> AnswerRule.unknown(key));
        if (update.changed()) {
            metrics.command("refused");
            LOG.infof("command refused driverId=%s %s reason=%s", driverId, key, refusal.reason());
        }
        return update.slot();
    }

    /**
     * Accepts by silence, once the deadline has passed.
     *
     * @throws dev.supporters.platform.refusal.Refusal if the call cannot be asked
     */
    public void silence(DriverId driverId, String commandId) {
        overdue(driverId, commandId).ifPresent(command -> decide(command, NO_REQUEST));
    }

    /** Accepts by silence without asking the call: it has not answered for so long that the customer must not wait any more. */
    public void silenceUnconfirmed(DriverId driverId, String commandId) {
        overdue(driverId, commandId)
                .ifPresent(command -> {
                    SlotUpdate update = accepted(command, true, NO_REQUEST);
                    if (update.changed()) {
                        metrics.unconfirmed();
                        LOG.warnf(
                                "command accepted unconfirmed callId=%s driverId=%s commandId=%s",
                                command.callId(), driverId, commandId);
                    }
                });
    }

    /** Accepts the command or withdraws it, as its call answers. */
    Versioned<Slot> decide(Command command, String cause) {
        boolean bySilence = command.overdue(clock.now());
        return (confirmation.confirmed(command)
                        ? accepted(command, bySilence, cause)
                        : withdrawn(command, cause))
                .slot();
    }

    private Slot found(DriverId driverId, CommandKey key) {
        return slots.find(driverId)
                .map(Versioned::value)
                .orElseThrow(() -> AnswerRule.unknown(key));
    }

    /** A command that is decided stays as it is, but the request's key must not have been used for something else. */
    private Versioned<Slot> asItIs(DriverId driverId, String cause) {
        return slots.change(driverId, cause, (slot, version) -> Optional.empty())
                .orElseThrow()
                .slot();
    }

    private Optional<Command> overdue(DriverId driverId, String commandId) {
        return slots.find(driverId)
                .flatMap(slot -> AnswerRule.open(slot.value(), CommandKey.of(commandId, "")))
                .map(Slot.Commanded::command)
                .filter(command -> command.overdue(clock.now()));
    }

    private SlotUpdate accepted(Command command, boolean bySilence, String cause) {
        SlotUpdate update =
                change(
                        command,
                        cause,
                        (slot, version) ->
                                AnswerRule.accept(slot, command, bySilence, clock.now(), version));
        if (update.changed()) {
            metrics.command(bySilence ? "accepted_by_silence" : "accepted");
            LOG.infof(
                    "command accepted callId=%s driverId=%s commandId=%s bySilence=%s",
                    command.callId(), command.driverId(), command.commandId(), bySilence);
        }
        return update;
    }

    private SlotUpdate withdrawn(Command command, String cause) {
        SlotUpdate update =
                change(
                        command,
                        cause,
                        (slot, version) ->
                                AnswerRule.withdraw(slot, command, clock.now(), version));
        if (update.changed()) {
            metrics.command("withdrawn");
            LOG.infof(
                    "command withdrawn callId=%s driverId=%s commandId=%s",
                    command.callId(), command.driverId(), command.commandId());
        }
        return update;
    }

    private SlotUpdate change(Command command, String cause, ChangeDecision<Slot> decision) {
        return slots.change(command.driverId(), cause, decision)
                .orElseThrow(() -> AnswerRule.unknown(CommandKey.of(command)));
    }
}
