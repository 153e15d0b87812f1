package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Money;
import dev.supporters.contract.Position;
import dev.supporters.contract.WholeSeconds;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a shift. Its events may come in any order and more than once: what they come to is the same.
 *
 * @param first any of its steps: all have the same driver, product, region and shift
 * @param steps by the shift's version
 * @param pay empty until its begin is known
 */
public record CountedShift(WorkStep first, Map<Long, WorkStep> steps, Optional<Pay> pay) {

    private static final long MINUTE = 60;
    private static final long MINUTES_OF_HOUR = 60;

    public CountedShift {
        requireNonNull(first);
        steps = Map.copyOf(steps);
        requireNonNull(pay);
    }

    /**
     * What its begin promised, and where that was.
     *
     * @param place empty where the event has no position
     * @param area the zone that it is in
     */
    public record Pay(
            Money hourlyWage, boolean restPaid, Optional<Position> place, CountedArea area) {

        public Pay {
            requireNonNull(hourlyWage);
            requireNonNull(place);
            requireNonNull(area);
        }
    }

    static CountedShift of(WorkStep step) {
        return new CountedShift(step, Map.of(), Optional.empty());
    }

    CountedShift with(WorkStep step, WorkEvent event) {
        Map<Long, WorkStep> all = new TreeMap<>(steps);
        all.put(step.version(), step);
        return new CountedShift(
                first,
                all,
                event.hasBegun()
                        ? Optional.of(
                                new Pay(
                                        Money.of(event.getBegun().getHourlyWage()),
                                        event.getBegun().getRestPaid(),
                                        place(event.getBegun()),
                                        area(event.getBegun())))
                        : pay);
    }

    /** Where it began; empty while that is not known. */
    Optional<Position> place() {
        return pay.flatMap(Pay::place);
    }

    /** The zone in which it began; the region while that is not known. */
    CountedArea area() {
        return pay.map(Pay::area).orElse(CountedArea.REGION);
    }

    /** Where zones apply nobody begins outside of them. */
    private static CountedArea area(WorkBegun begun) {
        return begun.getZoneId().isEmpty()
                ? CountedArea.REGION
                : CountedArea.zone(begun.getZoneId());
    }

    private static Optional<Position> place(WorkBegun begun) {
        return Optional.of(begun)
                .filter(WorkBegun::hasLocation)
                .map(WorkBegun::getLocation)
                .filter(point -> Position.onEarth(point.getLat(), point.getLng()))
                .map(Position::of);
    }

    /**
     * Paid minutes, rounded up once; 0 while the begin is not known. Counted as the ledger counts, in whole seconds.
     *
     * @param now until when a shift is counted that has not ended
     */
    long paidMinutes(Instant now) {
        if (pay.isEmpty()) {
            return 0;
        }
        NavigableMap<Long, WorkStep> ordered = new TreeMap<>(steps);
        Instant begin = ordered.firstEntry().getValue().time();
        long seconds = 0;
        for (Map.Entry<Long, WorkStep> entry : ordered.entrySet()) {
            Map.Entry<Long, WorkStep> next = ordered.higherEntry(entry.getKey());
            Instant until = next == null ? now : next.getValue().time();
            if (paid(entry.getValue().state())) {
                seconds +=
                        Math.max(
                                0,
                                WholeSeconds.since(begin, until)
                                        - WholeSeconds.since(begin, entry.getValue().time()));
            }
        }
        return Math.ceilDiv(seconds, MINUTE);
    }

    /** The wage for so many minutes, rounded up to the minor unit; empty while the begin is not known. */
    Optional<Money> wage(long minutes) {
        return pay.map(known ->
                new Money(
                        Math.ceilDiv(minutes * known.hourlyWage().amount(), MINUTES_OF_HOUR),
                        known.hourlyWage().currency()));
    }

    Instant newest() {
        return steps.values().stream()
                .map(WorkStep::time)
                .max(Instant::compareTo)
                .orElse(first.time());
    }

    private boolean paid(WorkStep.State state) {
        return switch (state) {
            case WORKING, ENDING -> true;
            case RESTING -> pay.orElseThrow().restPaid();
            case ENDED -> false;
        };
    }
}
