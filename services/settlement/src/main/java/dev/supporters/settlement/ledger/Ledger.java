package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.settlement.reckoning.Fact;
import dev.supporters.settlement.reckoning.Facts;
import dev.supporters.settlement.reckoning.Reckoning;
import dev.supporters.settlement.reckoning.Seconds;
import dev.supporters.settlement.reckoning.TimeClass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A work's facts, what was posted for them, and what operators added. All three only grow. */
public record Ledger(
        String workId,
        String driverId,
        Facts facts,
        List<Entry> entries,
        List<Adjustment> adjustments) {

    public Ledger {
        requireNonNull(workId);
        requireNonNull(driverId);
        requireNonNull(facts);
        entries = List.copyOf(entries);
        adjustments = List.copyOf(adjustments);
    }

    public static Ledger open(String workId, String driverId) {
        return new Ledger(workId, driverId, Facts.none(), List.of(), List.of());
    }

    /** With one more fact; once the work has ended, with entries for what it changes. */
    public Ledger with(Fact fact, Instant now) {
        Facts more = facts.with(fact);
        Optional<Reckoning> reckoning = Reckoning.of(more, now).filter(Reckoning::ended);
        List<Entry> posted = new ArrayList<>(entries);
        reckoning.ifPresent(ended -> posted.addAll(missing(ended.seconds(), now)));
        return new Ledger(workId, driverId, more, posted, adjustments);
    }

    public Ledger with(Adjustment adjustment) {
        List<Adjustment> more = new ArrayList<>(adjustments);
        more.add(adjustment);
        return new Ledger(workId, driverId, facts, entries, more);
    }

    /** The entries' sums. */
    public Seconds posted() {
        Seconds sums = Seconds.ZERO;
        for (Entry entry : entries) {
            sums = sums.plus(entry.timeClass(), entry.seconds());
        }
        return sums;
    }

    public Optional<Adjustment> adjustment(String requestId) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.requestId().equals(requestId))
                .findFirst();
    }

    long adjusted() {
        return adjustments.stream().mapToLong(Adjustment::amount).reduce(0, Math::addExact);
    }

    /** What has to be posted so that the entries come to the given seconds. */
    private List<Entry> missing(Seconds wanted, Instant now) {
        Seconds difference = wanted.minus(posted());
        List<Entry> missing = new ArrayList<>();
        for (TimeClass timeClass : TimeClass.values()) {
            if (difference.of(timeClass) != 0) {
                int number = entries.size() + missing.size() + 1;
                missing.add(new Entry(number, timeClass, difference.of(timeClass), now));
            }
        }
        return missing;
    }
}
