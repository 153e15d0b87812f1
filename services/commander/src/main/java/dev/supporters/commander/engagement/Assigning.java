package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.Applied;
import dev.supporters.commander.slot.CallHeld;
import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.Candidate;
import dev.supporters.commander.slot.ClaimRule;
import dev.supporters.commander.slot.ClosedCall;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Order;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives calls to drivers. The store decides who gets what: a slot changes only from the version that was read, and a call has one
 * place only. So the usual case is one read and one write, and needs no look at the call before or after.
 */
@ApplicationScoped
public class Assigning {

    private static final Logger LOG = Logger.getLogger(Assigning.class);

    private final Slots slots;
    private final ShortClock clock;
    private final CommandMeters meters;

    public Assigning(Slots slots, ShortClock clock, CommandMeters meters) {
        this.slots = slots;
        this.clock = clock;
        this.meters = meters;
    }

    /** Commands the call to the first free candidate; a call that is engaged already is answered with its command. */
    public Assignment assign(Order order) {
        return meters.timed(() -> claimed(order));
    }

    /** Closes the call, unless it is engaged: then answers with its command. */
    public Optional<Command> close(CallId callId) {
        while (true) {
            try {
                slots.close(callId);
                return Optional.empty();
            } catch (CallHeld held) {
                Optional<CallHolder> holder = slots.holder(callId);
                if (holder.isPresent()) {
                    return command(holder.get());
                }
                // its engagement has just ended
            }
        }
    }

    private Assignment claimed(Order order) {
        List<Candidate> candidates = order.candidates();
        try {
            if (!candidates.isEmpty()) {
                Optional<Assignment> best = claim(order, candidates.getFirst());
                if (best.isPresent()) {
                    return best.get();
                }
            }
            for (Candidate next : free(order, candidates)) {
                Optional<Assignment> assignment = claim(order, next);
                if (assignment.isPresent()) {
                    return assignment.get();
                }
            }
        } catch (CallHeld held) {
            return slots.holder(order.callId())
                    .map(Assigning::present)
                    .orElseGet(() -> claimed(order));
        }
        return slots.holder(order.callId())
                .map(Assigning::present)
                .orElseGet(() -> new Assignment.NoneFree(candidates.size()));
    }

    private Optional<Assignment> claim(Order order, Candidate candidate) {
        Optional<Applied> applied =
                slots.change(
                        candidate.driverId(),
                        (slot, version) ->
                                ClaimRule.claim(slot, order, candidate, clock.now(), version));
        Optional<Command> command =
                applied.map(Applied::value)
                        .filter(slot ->
                                slot instanceof Slot.Engaged engaged
                                        && engaged.isFor(order.callId()))
                        .map(slot -> ((Slot.Engaged) slot).command());
        if (command.isEmpty()) {
            return Optional.empty();
        }
        boolean given = applied.get().changed();
        if (given) {
            meters.command("commanded");
            LOG.debugf(
                    "command given callId=%s driverId=%s commandId=%s",
                    order.callId().value(),
                    candidate.driverId().value(),
                    command.get().commandId());
        }
        return Optional.of(new Assignment.Given(command.get(), !given));
    }

    /** The others that look free: one read instead of one per candidate. */
    private List<Candidate> free(Order order, List<Candidate> candidates) {
        if (candidates.size() < 2) {
            return List.of();
        }
        List<Candidate> others = candidates.subList(1, candidates.size());
        Set<DriverId> free =
                slots.findAll(others.stream().map(Candidate::driverId).toList()).stream()
                        .map(Versioned::value)
                        .filter(slot -> ClaimRule.takes(slot, order, clock.now()))
                        .map(Slot::driverId)
                        .collect(Collectors.toSet());
        return others.stream().filter(candidate -> free.contains(candidate.driverId())).toList();
    }

    private static Assignment present(CallHolder holder) {
        return command(holder)
                .<Assignment>map(command -> new Assignment.Given(command, true))
                .orElseGet(Assignment.CallClosed::new);
    }

    private static Optional<Command> command(CallHolder holder) {
        return switch (holder) {
            case ClosedCall closed -> Optional.empty();
            case Slot.Engaged engaged -> Optional.of(engaged.command());
            case Slot slot -> Optional.empty(); // holds no call
        };
    }
}
