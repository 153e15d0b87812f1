package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.Applied;
import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.CancelRule;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriveRule;
import dev.supporters.commander.slot.DriveStep;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/** Carries an engagement on to its end, whichever that is. */
@ApplicationScoped
public class Driving {

    private static final Logger LOG = Logger.getLogger(Driving.class);

    private final Slots slots;
    private final Answering answering;
    private final ShortClock clock;
    private final CommandMeters meters;

    public Driving(Slots slots, Answering answering, ShortClock clock, CommandMeters meters) {
        this.slots = slots;
        this.answering = answering;
        this.clock = clock;
        this.meters = meters;
    }

    /** A step of a drive. Who waited for the deadline in silence need not wait for us to write that down. */
    public Versioned<Slot> step(DriverId driverId, CallId callId, DriveStep step) {
        Optional<Applied> applied =
                slots.change(
                        driverId,
                        (slot, version) ->
                                DriveRule.overdue(slot, callId, clock.now()).isPresent()
                                        ? Optional.empty()
                                        : DriveRule.step(slot, callId, step, clock.now(), version));
        Optional<Command> silent =
                DriveRule.overdue(applied.map(Applied::value), callId, clock.now());
        if (silent.isPresent()) {
            Versioned<Slot> settled = answering.settled(silent.get());
            LOG.debugf(
                    "silence settled by a step driverId=%s version=%d",
                    driverId.value(), settled.version());
            applied =
                    slots.change(
                            driverId,
                            (slot, version) ->
                                    DriveRule.step(slot, callId, step, clock.now(), version));
        }
        Applied after = applied.orElseThrow();
        if (after.changed() && step == DriveStep.COMPLETED) {
            meters.drive("completed");
        }
        return after.slot();
    }

    /** Frees the driver of a call; empty when it has none. */
    public Optional<Versioned<Slot>> cancel(CallId callId, CancellationReason reason) {
        CancelRule.requireReason(reason);
        Optional<CallHolder> holder = slots.holder(callId);
        while (holder.isPresent() && holder.get() instanceof Slot.Engaged engaged) {
            Optional<Applied> applied =
                    slots.change(
                            engaged.driverId(),
                            (slot, version) ->
                                    CancelRule.cancel(slot, callId, reason, clock.now(), version));
            if (applied.isPresent() && applied.get().changed()) {
                count(engaged, callId, reason);
                return Optional.of(applied.get().slot());
            }
            holder = slots.holder(callId); // its engagement has just ended; it may have another
        }
        return Optional.empty();
    }

    private void count(Slot.Engaged before, CallId callId, CancellationReason reason) {
        if (before instanceof Slot.Commanded) {
            meters.command(
                    reason == CancellationReason.CANCELLATION_REASON_WITHDRAWN
                            ? "withdrawn"
                            : "cancelled");
        } else {
            meters.drive("cancelled");
        }
        LOG.infof(
                "engagement cancelled callId=%s driverId=%s commandId=%s reason=%s",
                callId.value(), before.driverId().value(), before.command().commandId(), reason);
    }
}
