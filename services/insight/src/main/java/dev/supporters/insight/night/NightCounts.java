package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Money;
import dev.supporters.contract.SwitchbackPlan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was counted in a night, and the figures that come of it. Counts of several regions can be added. A figure without data is empty.
 *
 * @param facts how many facts were counted: the more, the more was read
 * @param cells by H3 cell; only those in which there was a call or began a shift
 * @param areas by zone, with what was outside of zones, and what took place where the region applied; these have neither cells nor areas nor
 *     members, and their drives are those of the shifts that began there. Of several regions together there are none.
 */
public record NightCounts(
        long facts,
        CallTotals calls,
        CommandCounts commands,
        ShiftCounts shifts,
        Map<Long, CellCounts> cells,
        Map<CountedArea, NightCounts> areas) {

    public static final NightCounts NONE =
            new NightCounts(0, CallTotals.NONE, CommandCounts.NONE, ShiftCounts.NONE);

    public NightCounts {
        requireNonNull(calls);
        requireNonNull(commands);
        requireNonNull(shifts);
        cells = Map.copyOf(cells);
        areas = Map.copyOf(areas);
    }

    /** Calls of which the zones are known: who has read fewer plans knows less. */
    public long placedCalls() {
        return areas.entrySet().stream()
                .filter(area -> !area.getKey().equals(CountedArea.REGION))
                .mapToLong(area -> area.getValue().calls().requested())
                .sum();
    }

    /** Without counts of zones. */
    public NightCounts(
            long facts,
            CallTotals calls,
            CommandCounts commands,
            ShiftCounts shifts,
            Map<Long, CellCounts> cells) {
        this(facts, calls, commands, shifts, cells, Map.of());
    }

    /** Without counts of cells. */
    public NightCounts(long facts, CallTotals calls, CommandCounts commands, ShiftCounts shifts) {
        this(facts, calls, commands, shifts, Map.of());
    }

    /**
     * Calls that were requested in the night.
     *
     * @param completed by a driver of either path
     * @param bySupporters completed by a supporter
     * @param general those that went to general dispatch
     * @param admitted those that neither region, rollout, window nor zones kept from supporters
     * @param steps by the time of the request, from the window's begin on in steps of {@link #STEP}, without empty steps at the end
     */
    public record CallTotals(
            long requested,
            long ended,
            long completed,
            long bySupporters,
            long general,
            long admitted,
            List<StepCounts> steps) {

        public static final Duration STEP = SwitchbackPlan.STEP;

        public static final CallTotals NONE = new CallTotals(0, 0, 0, 0, 0, 0, List.of());

        public CallTotals {
            steps = List.copyOf(steps);
        }

        private CallTotals plus(CallTotals other) {
            return new CallTotals(
                    requested + other.requested,
                    ended + other.ended,
                    completed + other.completed,
                    bySupporters + other.bySupporters,
                    general + other.general,
                    admitted + other.admitted,
                    IntStream.range(0, Math.max(steps.size(), other.steps.size()))
                            .mapToObj(step -> step(step).plus(other.step(step)))
                            .toList());
        }

        private StepCounts step(int step) {
            return step < steps.size() ? steps.get(step) : StepCounts.NONE;
        }
    }

    /**
     * Calls that were requested in one step of the night.
     *
     * @param bySupporters completed by a supporter
     */
    public record StepCounts(long requested, long bySupporters) {

        public static final StepCounts NONE = new StepCounts(0, 0);

        StepCounts plus(StepCounts other) {
            return new StepCounts(requested + other.requested, bySupporters + other.bySupporters);
        }
    }

    /**
     * Commands that were accepted during the night's shifts.
     *
     * @param bySilence those that silence accepted
     * @param cancelled those that were cancelled after that
     * @param completed those whose drive was completed
     * @param pickupMinutes from the acceptance until the driver was with the customer
     */
    public record CommandCounts(
            long accepted,
            long bySilence,
            long cancelled,
            long completed,
            Histogram pickupMinutes) {

        public static final double PICKUP_STEP = .5;

        public static final CommandCounts NONE =
                new CommandCounts(0, 0, 0, 0, Histogram.empty(PICKUP_STEP));

        public CommandCounts {
            requireNonNull(pickupMinutes);
        }

        private CommandCounts plus(CommandCounts other) {
            return new CommandCounts(
                    accepted + other.accepted,
                    bySilence + other.bySilence,
                    cancelled + other.cancelled,
                    completed + other.completed,
                    pickupMinutes.plus(other.pickupMinutes));
        }
    }

    /**
     * The night's shifts.
     *
     * @param begun those whose begin is known
     * @param members empty where members were not counted
     * @param wages by currency
     * @param tripRates trips per paid hour of each shift that has a paid minute
     */
    public record ShiftCounts(
            long begun,
            Optional<MemberCounts> members,
            long paidMinutes,
            Map<String, Long> wages,
            Histogram tripRates) {

        public static final double RATE_STEP = .05;

        public static final ShiftCounts NONE =
                new ShiftCounts(0, Optional.empty(), 0, Map.of(), Histogram.empty(RATE_STEP));

        public ShiftCounts {
            requireNonNull(members);
            wages = Map.copyOf(wages);
            requireNonNull(tripRates);
        }

        ShiftCounts with(Optional<MemberCounts> other) {
            return new ShiftCounts(begun, other, paidMinutes, wages, tripRates);
        }

        private ShiftCounts plus(ShiftCounts other) {
            Map<String, Long> all = new TreeMap<>(wages);
            other.wages.forEach((currency, amount) -> all.merge(currency, amount, Long::sum));
            return new ShiftCounts(
                    begun + other.begun,
                    Stream.of(members, other.members)
                            .flatMap(Optional::stream)
                            .reduce(MemberCounts::plus),
                    paidMinutes + other.paidMinutes,
                    all,
                    tripRates.plus(other.tripRates));
        }
    }

    /**
     * Who came.
     *
     * @param began drivers who began a shift
     * @param expected they, and all other members whose mode was ON
     */
    public record MemberCounts(long began, long expected) {

        private MemberCounts plus(MemberCounts other) {
            return new MemberCounts(began + other.began, expected + other.expected);
        }
    }

    public NightCounts plus(NightCounts other) {
        return new NightCounts(
                facts + other.facts,
                calls.plus(other.calls),
                commands.plus(other.commands),
                shifts.plus(other.shifts),
                together(cells, other.cells));
    }

    private static Map<Long, CellCounts> together(
            Map<Long, CellCounts> one, Map<Long, CellCounts> other) {
        Map<Long, CellCounts> all = new TreeMap<>(one);
        other.forEach((cell, counts) -> all.merge(cell, counts, CellCounts::plus));
        return all;
    }

    /** The same, with other members. */
    NightCounts with(Optional<MemberCounts> members) {
        return new NightCounts(facts, calls, commands, shifts.with(members), cells, areas);
    }

    public OptionalDouble attendanceRate() {
        return shifts.members()
                .map(known -> ratio(known.began(), known.expected()))
                .orElse(OptionalDouble.empty());
    }

    public OptionalDouble completionRate() {
        return ratio(calls.completed(), calls.ended());
    }

    public OptionalDouble supporterCompletionRate() {
        return ratio(calls.bySupporters(), calls.ended());
    }

    public OptionalDouble cancellationAfterAssignmentRate() {
        return ratio(commands.cancelled(), commands.accepted());
    }

    public OptionalDouble autoAcceptShare() {
        return ratio(commands.bySilence(), commands.accepted());
    }

    public OptionalDouble tripsPerPaidHour() {
        return ratio(60 * commands.completed(), shifts.paidMinutes());
    }

    public OptionalDouble demandCoverage() {
        return ratio(calls.admitted(), calls.requested());
    }

    public OptionalDouble generalShare() {
        return ratio(calls.general(), calls.requested());
    }

    /** In the currency's minor unit, rounded; empty where shifts are paid in different currencies. */
    public Optional<Money> costPerCompletedCall() {
        if (commands.completed() == 0 || shifts.wages().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Long> wages = shifts.wages().entrySet().iterator().next();
        return Optional.of(
                new Money(
                        Math.round((double) wages.getValue() / commands.completed()),
                        wages.getKey()));
    }

    static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
