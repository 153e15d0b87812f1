package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a statement stood when it was closed, and what of later things was carried to later statements. Facts, entries and adjustments go on
 * to be added to the ledger; what came later is none of the closed statement.
 *
 * @param total what the shift was paid by then, in the minor unit
 * @param entries how many entries there were
 * @param adjustments how many adjustments there were
 * @param late what came later
 */
public record Closed(
        Instant time,
        long total,
        int entries,
        int adjustments,
        LateEntries late,
        List<Carry> carries) {

    public Closed {
        requireNonNull(time);
        requireNonNull(late);
        carries = List.copyOf(carries);
    }

    /**
     * An amount on its way to a later statement. As long as it is not done only the target may have it, so that it is never in two.
     *
     * @param number 1 for the first
     * @param amount what is carried; once it is done, what the target took
     * @param late for what of the late entries
     */
    public record Carry(int number, WorkId target, long amount, LateEntries late, boolean done) {

        public Carry {
            requireNonNull(target);
            requireNonNull(late);
        }

        Carry took(long taken) {
            return new Carry(number, target, taken, late, true);
        }
    }

    Closed with(LateEntries more) {
        return new Closed(time, total, entries, adjustments, more, carries);
    }

    /** With a new carry, or with one instead of the carry of its number. */
    Closed with(Carry carry) {
        List<Carry> more = new ArrayList<>(without(carry).carries());
        more.add(carry);
        return new Closed(time, total, entries, adjustments, late, more);
    }

    Closed without(Carry carry) {
        List<Carry> fewer =
                carries.stream().filter(other -> other.number() != carry.number()).toList();
        return new Closed(time, total, entries, adjustments, late, fewer);
    }

    /** On its way to a target, for what was not carried before; what is left over of a carry goes on for the same. */
    Carry next(WorkId target, long amount) {
        LateEntries open = late;
        for (Carry carry : carries) {
            open = open.without(carry.late());
        }
        LateEntries why = open.isEmpty() && !carries.isEmpty() ? carries.getLast().late() : open;
        return new Carry(carries.size() + 1, target, amount, why, false);
    }

    /** The carry that is under way. */
    Optional<Carry> underWay() {
        return carries.stream().filter(carry -> !carry.done()).findFirst();
    }

    /** What later statements have of it. */
    long carried() {
        return carries.stream().filter(Carry::done).mapToLong(Carry::amount).sum();
    }
}
