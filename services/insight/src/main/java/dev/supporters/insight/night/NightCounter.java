package dev.supporters.insight.night;

import dev.supporters.contract.Money;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.night.CallFacts.CallEnd;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.MemberCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.insight.region.NightTerms;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts the nights of which all that happened is in memory. What it counts depends on the facts only, not on the order in which they came. */
@ApplicationScoped
public class NightCounter {

    private static final double MINUTES_OF_HOUR = 60;
    private static final double SECONDS_OF_MINUTE = 60;

    private final NightRegions regions;
    private final NightCalls calls;
    private final NightCommands commands;
    private final NightShifts shifts;
    private final NightMembers members;
    private final NightZones zones;
    private final DemandCells cells = new DemandCells();

    NightCounter(
            NightRegions regions,
            NightCalls calls,
            NightCommands commands,
            NightShifts shifts,
            NightMembers members,
            NightZones zones) {
        this.regions = regions;
        this.calls = calls;
        this.commands = commands;
        this.shifts = shifts;
        this.members = members;
        this.zones = zones;
    }

    /**
     * The nights that began since an instant, and of which anything is known. What is older is forgotten.
     *
     * @param since all events since then are in memory
     */
    public List<CountedNight> count(Instant since, Instant now) {
        calls.forget(since);
        commands.forget(since);
        shifts.forget(since);
        zones.forget(since);
        Collection<NightTerms> all = regions.all();
        Map<RegionNight, Tally> tallies = new HashMap<>();
        for (NightTerms terms : all) {
            terms.windows(since, now)
                    .forEach(window ->
                            tallies.put(
                                    new RegionNight(
                                            terms.product(), terms.region(), window.businessDate()),
                                    new Tally(window, now, cells)));
        }
        calls.all().forEach((callId, call) -> add(callId, call, all, tallies));
        Map<WorkId, CountedShift> known = shifts.all();
        known.values().forEach(shift -> find(shift, tallies).ifPresent(tally -> tally.add(shift)));
        commands.all()
                .forEach(command ->
                        Optional.ofNullable(known.get(command.workId()))
                                .ifPresent(shift ->
                                        find(shift, tallies)
                                                .ifPresent(tally -> tally.add(command, shift))));
        List<CountedNight> counted = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            NightCounts counts = tally.counts(members.active(key.product(), key.region()));
            if (counts.facts() > 0) {
                counted.add(
                        new CountedNight(
                                key, tally.window.begin(), tally.window.end(), now, counts));
            }
        });
        return counted;
    }

    private void add(
            String callId,
            CallFacts call,
            Collection<NightTerms> regions,
            Map<RegionNight, Tally> tallies) {
        call.request()
                .ifPresent(request ->
                        RegionNight.of(call.product(), request.origin(), request.time(), regions)
                                .filter(tallies::containsKey)
                                .ifPresent(night ->
                                        tallies.get(night)
                                                .add(
                                                        callId,
                                                        call,
                                                        zones.at(
                                                                night,
                                                                request.origin(),
                                                                request.time()))));
    }

    private static Optional<Tally> find(CountedShift shift, Map<RegionNight, Tally> tallies) {
        return Optional.ofNullable(
                tallies.get(
                        new RegionNight(
                                shift.first().product(),
                                shift.first().region(),
                                shift.first().workId().businessDate())));
    }

    /** One night while it is counted, or a part of it. */
    private static final class Tally {

        private final OpenWindow window;
        private final Instant now;
        private final DemandCells cells;
        private final List<CallFacts> calls = new ArrayList<>();
        private final List<CommandFacts> commands = new ArrayList<>();
        private final List<CountedShift> shifts = new ArrayList<>();
        private final Map<WorkId, Long> trips = new HashMap<>();
        private final Map<String, CountedArea> areaOfCall = new HashMap<>();
        private final Map<CountedArea, Tally> areas = new HashMap<>();

        private Tally(OpenWindow window, Instant now, DemandCells cells) {
            this.window = window;
            this.now = now;
            this.cells = cells;
        }

        private void add(String callId, CallFacts call, CountedArea area) {
            calls.add(call);
            areaOfCall.put(callId, area);
            area(area).calls.add(call);
        }

        /** A command counts where its call was requested; one of another region's call where its shift began, as the drive does. */
        private void add(CommandFacts command, CountedShift shift) {
            commands.add(command);
            area(areaOfCall.getOrDefault(command.callId(), shift.area())).commands.add(command);
            if (command.completed()) {
                trips.merge(command.workId(), 1L, Long::sum);
                area(shift.area()).trips.merge(command.workId(), 1L, Long::sum);
            }
        }

        private void add(CountedShift shift) {
            shifts.add(shift);
            area(shift.area()).shifts.add(shift);
        }

        private Tally area(CountedArea area) {
            return areas.computeIfAbsent(area, missing -> new Tally(window, now, cells));
        }

        private NightCounts counts(Set<String> activeMembers) {
            long facts =
                    calls.stream().mapToLong(CallFacts::count).sum()
                            + commands.stream().mapToLong(CommandFacts::count).sum()
                            + shifts.stream().mapToLong(shift -> shift.steps().size()).sum();
            return new NightCounts(
                    facts,
                    callCounts(stepCounts()),
                    commandCounts(),
                    shiftCounts(activeMembers),
                    cellCounts(),
                    areaCounts());
        }

        private Map<CountedArea, NightCounts> areaCounts() {
            Map<CountedArea, NightCounts> counts = new HashMap<>();
            areas.forEach((area, part) -> counts.put(area, part.ofArea()));
            return counts;
        }

        private NightCounts ofArea() {
            CommandCounts all = commandCounts();
            long drives = trips.values().stream().mapToLong(Long::longValue).sum();
            return new NightCounts(
                    0,
                    callCounts(List.of()),
                    new CommandCounts(
                            all.accepted(),
                            all.bySilence(),
                            all.cancelled(),
                            drives,
                            all.pickupMinutes()),
                    shiftCounts(Set.of()).with(Optional.empty()));
        }

        private Map<Long, CellCounts> cellCounts() {
            Map<Long, CellCounts> counts = new TreeMap<>();
            for (CallFacts call : calls) {
                counts.merge(
                        cells.cell(call.request().orElseThrow().origin()),
                        CellCounts.of(call),
                        CellCounts::plus);
            }
            for (CountedShift shift : shifts) {
                shift.place()
                        .ifPresent(place ->
                                counts.merge(
                                        cells.cell(place), CellCounts.ONE_SHIFT, CellCounts::plus));
            }
            return counts;
        }

        private CallTotals callCounts(List<StepCounts> steps) {
            List<CallEnd> ends = calls.stream().flatMap(call -> call.end().stream()).toList();
            return new CallTotals(
                    calls.size(),
                    ends.size(),
                    ends.stream().filter(CallEnd::completed).count(),
                    ends.stream().filter(end -> end.completed() && end.bySupporter()).count(),
                    calls.stream().filter(CallFacts::general).count(),
                    calls.stream().filter(CallFacts::admitted).count(),
                    steps);
        }

        private List<StepCounts> stepCounts() {
            List<StepCounts> steps = new ArrayList<>();
            for (CallFacts call : calls) {
                Instant time = call.request().orElseThrow().time();
                int step = (int) Duration.between(window.begin(), time).dividedBy(CallTotals.STEP);
                while (steps.size() <= step) {
                    steps.add(StepCounts.NONE);
                }
                boolean won =
                        call.end()
                                .filter(CallEnd::completed)
                                .filter(CallEnd::bySupporter)
                                .isPresent();
                steps.set(step, steps.get(step).plus(new StepCounts(1, won ? 1 : 0)));
            }
            return steps;
        }

        private CommandCounts commandCounts() {
            List<Double> pickups =
                    commands.stream()
                            .flatMap(command -> command.pickup().stream())
                            .map(Tally::minutes)
                            .toList();
            return new CommandCounts(
                    commands.stream().filter(command -> command.acceptTime().isPresent()).count(),
                    commands.stream().filter(CommandFacts::bySilence).count(),
                    commands.stream().filter(CommandFacts::cancelled).count(),
                    commands.stream().filter(CommandFacts::completed).count(),
                    Histogram.of(CommandCounts.PICKUP_STEP, pickups));
        }

        private ShiftCounts shiftCounts(Set<String> activeMembers) {
            long paidMinutes = 0;
            Map<String, Long> wages = new TreeMap<>();
            List<Double> rates = new ArrayList<>();
            Set<String> began = new HashSet<>();
            for (CountedShift shift : shifts) {
                if (shift.pay().isEmpty()) {
                    continue;
                }
                began.add(shift.first().driverId().value());
                long minutes = shift.paidMinutes(now);
                if (minutes > 0) {
                    Money wage = shift.wage(minutes).orElseThrow();
                    wages.merge(wage.currency(), wage.amount(), Long::sum);
                    rates.add(
                            trips.getOrDefault(shift.first().workId(), 0L)
                                    * MINUTES_OF_HOUR
                                    / minutes);
                    paidMinutes += minutes;
                }
            }
            Set<String> expected = new HashSet<>(activeMembers);
            expected.addAll(began);
            return new ShiftCounts(
                    began.size(),
                    Optional.of(new MemberCounts(began.size(), expected.size())),
                    paidMinutes,
                    wages,
                    Histogram.of(ShiftCounts.RATE_STEP, rates));
        }

        private static double minutes(Duration duration) {
            return duration.toMillis() / 1_000.0 / SECONDS_OF_MINUTE;
        }
    }
}
