package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CancelRule;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriveRule;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.DriverRequest;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.slot.SlotRepository.SlotUpdate;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/** Takes an engagement through the steps of its drive, or ends it by a cancellation. */
@ApplicationScoped
public class DriveService {

    private static final Logger LOG = Logger.getLogger(DriveService.class);

    private final SlotRepository slots;
    private final AnswerService answers;
    private final MillisClock clock;
    private final CommandMetrics metrics;

    public DriveService(
            SlotRepository slots,
            AnswerService answers,
            MillisClock clock,
            CommandMetrics metrics) {
        this.slots = slots;
        this.answers = answers;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** A step of a drive. If silence has accepted the command and that is not stored yet, it is stored first. */
    public Versioned<Slot> step(
            DriverId driverId, CallId callId, DriveStep step, String requestId) {
        String cause =
                slots.find(driverId)
                        .map(found ->
                                DriverRequest.cause(
                                        found.value(), "progress", requestId, callId, step))
                        .orElse(AnswerService.NO_REQUEST);
        SlotUpdate after = stepped(driverId, callId, step, cause).orElseThrow();
        if (after.changed() && step == DriveStep.COMPLETED) {
            metrics.drive("completed");
        }
        return after.slot();
    }

    private Optional<SlotUpdate> stepped(
            DriverId driverId, CallId callId, DriveStep step, String cause) {
        try {
            return slots.change(
                    driverId,
                    cause,
                    (slot, version) -> {
                        DriveRule.overdue(slot, callId, clock.now())
                                .ifPresent(command -> {
                                    throw new UndecidedCommand(command);
                                });
                        return DriveRule.step(slot, callId, step, clock.now(), version);
                    });
        } catch (UndecidedCommand undecided) {
            Versioned<Slot> decided = answers.decide(undecided.command, AnswerService.NO_REQUEST);
            LOG.debugf(
                    "command decided before a step driverId=%s version=%d",
                    driverId, decided.version());
            return slots.change(
                    driverId,
                    cause,
                    (slot, version) -> DriveRule.step(slot, callId, step, clock.now(), version));
        }
    }

    /** A step that must wait for something else is not done, and therefore not remembered as one that found nothing to change. */
    private static final class UndecidedCommand extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Command command;

        UndecidedCommand(Command command) {
            super("silence has accepted a command that is not decided yet");
            this.command = command;
        }
    }

    /** Frees the driver of a call; empty if it has none. */
    public Optional<Versioned<Slot>> cancel(CallId callId, CancellationReason reason) {
        Optional<CallClaim> claim = slots.findClaim(callId);
        while (claim.isPresent() && claim.get() instanceof Slot.Engaged engaged) {
            Optional<SlotUpdate> update =
                    slots.change(
                            engaged.driverId(),
                            (slot, version) ->
                                    CancelRule.cancel(slot, callId, reason, clock.now(), version));
            if (update.isPresent() && update.get().changed()) {
                count(engaged, callId, reason);
                return Optional.of(update.get().slot());
            }
            claim = slots.findClaim(callId); // its engagement has just ended; it may have another
        }
        return Optional.empty();
    }

    private void count(Slot.Engaged before, CallId callId, CancellationReason reason) {
        if (before instanceof Slot.Commanded) {
            metrics.command(
                    reason == CancellationReason.CANCELLATION_REASON_WITHDRAWN
                            ? "withdrawn"
                            : "cancelled");
        } else {
            metrics.drive("cancelled");
        }
        LOG.infof(
                "engagement cancelled callId=%s driverId=%s commandId=%s reason=%s",
                callId, before.driverId(), before.command().commandId(), reason);
    }
}
