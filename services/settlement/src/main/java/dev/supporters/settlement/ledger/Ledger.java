package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.settlement.pay.ClassSeconds;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.Facts;
import dev.supporters.settlement.pay.PayCalculation;
import dev.supporters.settlement.pay.TimeClass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shift's facts, what was posted for them, what operators added, what its driver disputed, and what of earlier statements it corrects. All
 * of them only grow.
 *
 * @param holds whether it may be paid; it changes nothing else
 * @param closed where it stood when its statement was closed
 */
public record Ledger(
        WorkId workId,
        DriverId driverId,
        Facts facts,
        List<LedgerEntry> entries,
        List<Adjustment> adjustments,
        List<Dispute> disputes,
        List<Correction> corrections,
        PayHolds holds,
        Optional<Closed> closed) {

    public Ledger {
        requireNonNull(workId);
        requireNonNull(driverId);
        requireNonNull(facts);
        entries = List.copyOf(entries);
        adjustments = List.copyOf(adjustments);
        disputes = List.copyOf(disputes);
        corrections = List.copyOf(corrections);
        requireNonNull(holds);
        requireNonNull(closed);
    }

    public static Ledger open(WorkId workId, DriverId driverId) {
        return new Ledger(
                workId,
                driverId,
                Facts.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                PayHolds.NONE,
                Optional.empty());
    }

    /** With one more fact; once the shift has ended and all its events are known, with entries for what it changes. */
    public Ledger with(Fact fact, Instant now) {
        Facts more = facts.with(fact);
        Optional<PayCalculation> calculation =
                PayCalculation.of(more, now)
                        .filter(PayCalculation::ended)
                        .filter(ended -> more.missingVersion().isEmpty());
        List<LedgerEntry> posted = new ArrayList<>(entries);
        calculation.ifPresent(ended -> posted.addAll(missing(ended.seconds(), now)));
        return new Ledger(
                workId,
                driverId,
                more,
                posted,
                adjustments,
                disputes,
                corrections,
                holds,
                closed.map(line -> line.with(line.late().withEvent(fact.eventId()))));
    }

    public Ledger with(Adjustment adjustment) {
        List<Adjustment> more = new ArrayList<>(adjustments);
        more.add(adjustment);
        return new Ledger(
                workId,
                driverId,
                facts,
                entries,
                more,
                disputes,
                corrections,
                holds,
                closed.map(line -> line.with(line.late().withRequest(adjustment.requestId()))));
    }

    /** With one more dispute, or with what became of it. */
    public Ledger with(Dispute dispute) {
        List<Dispute> all = new ArrayList<>(disputes);
        all.removeIf(other -> other.number() == dispute.number());
        all.add(dispute);
        return new Ledger(
                workId, driverId, facts, entries, adjustments, all, corrections, holds, closed);
    }

    /** With what an earlier statement was paid too little or too much. */
    Ledger with(Correction correction) {
        List<Correction> more = new ArrayList<>(corrections);
        more.add(correction);
        return new Ledger(
                workId, driverId, facts, entries, adjustments, disputes, more, holds, closed);
    }

    /** With what operators decided about paying it. */
    Ledger with(PayHolds decided) {
        return new Ledger(
                workId,
                driverId,
                facts,
                entries,
                adjustments,
                disputes,
                corrections,
                decided,
                closed);
    }

    Ledger with(Closed line) {
        return new Ledger(
                workId,
                driverId,
                facts,
                entries,
                adjustments,
                disputes,
                corrections,
                holds,
                Optional.of(line));
    }

    /** Closed as it stands. */
    Ledger close(Instant now) {
        return with(
                new Closed(
                        now,
                        Math.max(0, balance(now)),
                        entries.size(),
                        adjustments.size(),
                        LateEntries.NONE,
                        List.of()));
    }

    /** Closed with nothing, since its business date was closed before: all of it is late. */
    Ledger closeLate(Instant now) {
        LateEntries late =
                new LateEntries(
                        facts.all().stream().map(Fact::eventId).toList(),
                        adjustments.stream().map(Adjustment::requestId).toList());
        return with(new Closed(now, 0, 0, 0, late, List.of()));
    }

    /** All that is known, as if it had not been closed. */
    Ledger unclosed() {
        return new Ledger(
                workId,
                driverId,
                facts,
                entries,
                adjustments,
                disputes,
                corrections,
                holds,
                Optional.empty());
    }

    /** As it was when it was closed; as it is if it was not, or if all of it came later. */
    Ledger asClosed() {
        return closed.filter(line -> facts.without(line.late().events()).begun().isPresent())
                .map(line ->
                        new Ledger(
                                workId,
                                driverId,
                                facts.without(line.late().events()),
                                entries.subList(0, line.entries()),
                                adjustments.subList(0, line.adjustments()),
                                disputes,
                                corrections,
                                holds,
                                closed))
                .orElse(this);
    }

    /** Whether the shift has ended, and its events are known or an operator has made up for them. */
    public boolean ready() {
        return facts.begun().isPresent() && facts.ended().isPresent() && !waits();
    }

    /** What came after the close and no later statement has yet, in the minor unit; 0 while an event is missing. */
    public long toCarry() {
        return closed.filter(line -> ready())
                .map(line -> Math.max(0, balance(line.time())) - line.total() - line.carried())
                .orElse(0L);
    }

    /** Whether something is on its way to a later statement, or waits for one. */
    public boolean carries() {
        return toCarry() != 0 || closed.flatMap(Closed::underWay).isPresent();
    }

    /** The shift has ended, and the statement waits for the event of this version. */
    public Optional<Long> heldBackBy() {
        return facts.missingVersion();
    }

    /** Whether somebody must care for the missing event; an operator who corrects the statement has done so. */
    public boolean waits() {
        return heldBackBy().isPresent() && adjustments.isEmpty();
    }

    /** As the entries say; before they are posted, as the facts come to until now. Empty before the begin is known. */
    Optional<PayCalculation> calculation(Instant now) {
        return PayCalculation.of(facts, now)
                .map(found ->
                        found.ended() && heldBackBy().isEmpty() ? found.with(posted()) : found);
    }

    /** What was earned and added, in the minor unit; below 0 if a fact came after a deduction. */
    long balance(Instant now) {
        long earned = calculation(now).map(PayCalculation::earned).orElse(0L);
        return Math.addExact(earned, Math.addExact(adjusted(), corrected()));
    }

    /** The entries' sums. */
    public ClassSeconds posted() {
        ClassSeconds sums = ClassSeconds.ZERO;
        for (LedgerEntry entry : entries) {
            sums = sums.plus(entry.timeClass(), entry.seconds());
        }
        return sums;
    }

    public Optional<Adjustment> adjustment(String requestId) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.requestId().equals(requestId))
                .findFirst();
    }

    Optional<Correction> correction(String id) {
        return corrections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The dispute that waits for an answer. */
    public Optional<Dispute> openDispute() {
        return disputes.stream().filter(Dispute::isOpen).findFirst();
    }

    private long adjusted() {
        return adjustments.stream().mapToLong(Adjustment::amount).reduce(0, Math::addExact);
    }

    private long corrected() {
        return corrections.stream().mapToLong(Correction::amount).reduce(0, Math::addExact);
    }

    /** What has to be posted so that the entries come to the given seconds. */
    private List<LedgerEntry> missing(ClassSeconds wanted, Instant now) {
        ClassSeconds difference = wanted.minus(posted());
        List<LedgerEntry> missing = new ArrayList<>();
        for (TimeClass timeClass : TimeClass.values()) {
            if (difference.of(timeClass) != 0) {
                int number = entries.size() + missing.size() + 1;
                missing.add(new LedgerEntry(number, timeClass, difference.of(timeClass), now));
            }
        }
        return missing;
    }
}
