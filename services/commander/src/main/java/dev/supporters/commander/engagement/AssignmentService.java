package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.AssignmentOrder;
import dev.supporters.commander.slot.AssignmentOrder.CommandCandidate;
import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CallClaim.CallAlreadyClaimed;
import dev.supporters.commander.slot.CallClaim.ClosedCall;
import dev.supporters.commander.slot.ClaimRule;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.slot.SlotRepository.SlotUpdate;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives calls to drivers. The store decides races: a slot changes only from the version that was read, and a call has only one claim.
 * So the usual case is one read and one write, and the call's claim is not read before or after.
 */
@ApplicationScoped
public class AssignmentService {

    private static final Logger LOG = Logger.getLogger(AssignmentService.class);

    private final SlotRepository slots;
    private final GeneralDrives general;
    private final MillisClock clock;
    private final CommandMetrics metrics;

    public AssignmentService(
            SlotRepository slots,
            GeneralDrives general,
            MillisClock clock,
            CommandMetrics metrics) {
        this.slots = slots;
        this.general = general;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The result of looking for a call's driver. */
    public sealed interface Assignment {

        /** The call's command. */
        record Given(Command command, boolean repeated) implements Assignment {}

        /** No candidate's slot was free. */
        record NoneFree(int tried) implements Assignment {}

        /** The call is closed to assignments. */
        record CallClosed() implements Assignment {}
    }

    /** Commands the call to the first free candidate; a call that is engaged already is answered with its command. */
    public Assignment assign(AssignmentOrder order) {
        return metrics.timed(() -> claimed(order));
    }

    /** Closes the call, unless it is engaged; then its command is the answer. */
    public Optional<Command> close(CallId callId) {
        while (true) {
            try {
                slots.close(callId, clock.now());
                return Optional.empty();
            } catch (CallAlreadyClaimed e) {
                Optional<CallClaim> claim = slots.findClaim(callId);
                if (claim.isPresent()) {
                    return command(claim.get());
                }
                // its engagement has just ended
            }
        }
    }

    private Assignment claimed(AssignmentOrder order) {
        List<CommandCandidate> candidates =
                order.candidates().stream().filter(this::hasNoOtherCall).toList();
        try {
            if (!candidates.isEmpty()) {
                Optional<Assignment> best = claim(order, candidates.getFirst());
                if (best.isPresent()) {
                    return best.get();
                }
            }
            for (CommandCandidate next : free(order, candidates)) {
                Optional<Assignment> assignment = claim(order, next);
                if (assignment.isPresent()) {
                    return assignment.get();
                }
            }
        } catch (CallAlreadyClaimed e) {
            return slots.findClaim(order.callId())
                    .map(AssignmentService::present)
                    .orElseGet(() -> claimed(order));
        }
        return slots.findClaim(order.callId())
                .map(AssignmentService::present)
                .orElseGet(() -> new Assignment.NoneFree(order.candidates().size()));
    }

    /** Who takes a call of general dispatch after that is found before the command is accepted ({@link AnswerService}). */
    private boolean hasNoOtherCall(CommandCandidate candidate) {
        return general.of(candidate.driverId()).isEmpty();
    }

    private Optional<Assignment> claim(AssignmentOrder order, CommandCandidate candidate) {
        Optional<SlotUpdate> update =
                slots.change(
                        candidate.driverId(),
                        (slot, version) ->
                                ClaimRule.claim(slot, order, candidate, clock.now(), version));
        Optional<Command> command =
                update.map(SlotUpdate::value)
                        .filter(slot ->
                                slot instanceof Slot.Engaged engaged
                                        && engaged.isFor(order.callId()))
                        .map(slot -> ((Slot.Engaged) slot).command());
        if (command.isEmpty()) {
            return Optional.empty();
        }
        boolean given = update.get().changed();
        if (given) {
            metrics.command("commanded");
            LOG.debugf(
                    "command given callId=%s driverId=%s commandId=%s",
                    order.callId(), candidate.driverId(), command.get().commandId());
        }
        return Optional.of(new Assignment.Given(command.get(), !given));
    }

    /** The others that were free when they were read: one read for all. */
    private List<CommandCandidate> free(AssignmentOrder order, List<CommandCandidate> candidates) {
        if (candidates.size() < 2) {
            return List.of();
        }
        List<CommandCandidate> others = candidates.subList(1, candidates.size());
        Set<DriverId> free =
                slots.findAll(others.stream().map(CommandCandidate::driverId).toList()).stream()
                        .map(Versioned::value)
                        .filter(slot -> ClaimRule.takes(slot, order, clock.now()))
                        .map(Slot::driverId)
                        .collect(Collectors.toSet());
        return others.stream().filter(candidate -> free.contains(candidate.driverId())).toList();
    }

    private static Assignment present(CallClaim claim) {
        return command(claim)
                .<Assignment>map(command -> new Assignment.Given(command, true))
                .orElseGet(Assignment.CallClosed::new);
    }

    private static Optional<Command> command(CallClaim claim) {
        return switch (claim) {
            case ClosedCall closed -> Optional.empty();
            case Slot.Engaged engaged -> Optional.of(engaged.command());
            case Slot slot -> Optional.empty(); // claims no call
        };
    }
}
