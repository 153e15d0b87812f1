package dev.supporters.commander.slot;

import dev.supporters.commander.slot.AssignmentOrder.CommandCandidate;
import dev.supporters.platform.store.Change;

import java.time.Instant;
import java.util.Optional;

/** How a free driver gets a command. */
public final class ClaimRule {

    private ClaimRule() {}

    /** Gives the command; nothing if the slot is not free for it. */
    public static Optional<Change<Slot>> claim(
            Optional<Slot> slot,
            AssignmentOrder order,
            CommandCandidate candidate,
            Instant now,
            long version) {
        return slot.filter(found -> takes(found, order, now))
                .map(found -> {
                    Command command = command(found, order, candidate, now, version);
                    return Change.to(
                            new Slot.Commanded(found.header(), command),
                            ActivityEvents.commanded(command, version));
                });
    }

    /** Whether a slot is free for a call: at work for its product, a member still, and not one who has refused it. */
    public static boolean takes(Slot slot, AssignmentOrder order, Instant now) {
        return slot instanceof Slot.Free
                && slot.header().open(now)
                && slot.shift().filter(shift -> shift.product() == order.product()).isPresent()
                && !slot.leftTheGroup()
                && !slot.header().decided().refused(order.callId());
    }

    private static Command command(
            Slot slot,
            AssignmentOrder order,
            CommandCandidate candidate,
            Instant now,
            long version) {
        return new Command(
                // a slot has each version once, so no other command has this id
                order.callId().value() + "-" + slot.driverId().value() + "-" + version,
                order.callId(),
                slot.driverId(),
                slot.shift().orElseThrow().workId(),
                order.product(),
                order.origin(),
                order.fare(),
                candidate.etaSeconds(),
                now,
                now.plus(order.veto()),
                order.onRefusal());
    }
}
