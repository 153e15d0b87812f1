package dev.supporters.zone.plan;

import dev.supporters.contract.ActiveZones.WageBound;
import dev.supporters.contract.Money;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.cost.WageForecast;
import dev.supporters.dispatch.cost.WageForecast.Calls;
import dev.supporters.dispatch.cost.WageForecast.Shifts;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.zone.demand.DemandEstimate;
import dev.supporters.zone.demand.TonightsCalls;
import dev.supporters.zone.demand.TonightsCalls.Outcome;
import dev.supporters.zone.demand.TonightsCalls.TonightsCall;
import dev.supporters.zone.demand.ZoneShifts;
import dev.supporters.zone.demand.ZoneShifts.Occupancy;
import dev.supporters.zone.plan.PlannedZones.ZoneFigures;
import dev.supporters.zone.region.ZoneTerms;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is at work, and what the guaranteed wages will have cost per completed call when the window ends: in each zone and in the region. */
@ApplicationScoped
public class ZoneCosts {

    private final TonightsCalls calls;
    private final ZoneShifts shifts;
    private final DemandCells grid;

    ZoneCosts(TonightsCalls calls, ZoneShifts shifts, DemandCells grid) {
        this.calls = calls;
        this.shifts = shifts;
        this.grid = grid;
    }

    List<ZoneFigures> figures(
            ZoneTerms terms, OpenWindow window, ZonePlan plan, DemandEstimate estimate) {
        Instant now = plan.time();
        Map<Long, Occupancy> occupancy = shifts.occupancy(terms.key(), window.businessDate(), now);
        List<TonightsCall> tonight = calls.since(terms.key().product(), window.begin(), now);
        return plan.zones().stream()
                .map(zone ->
                        figures(
                                terms,
                                zone.number(),
                                shifts(terms, window, now, occupancy.get(zone.number())),
                                calls(zone, tonight, estimate)))
                .toList();
    }

    /** Of the whole region, inside and outside of zones. */
    Optional<Money> wagePerCall(
            ZoneTerms terms, OpenWindow window, DemandEstimate estimate, Instant now) {
        Occupancy occupancy = shifts.inRegion(terms.key(), window.businessDate(), now);
        List<TonightsCall> tonight =
                calls.since(terms.key().product(), window.begin(), now).stream()
                        .filter(call -> terms.bounds().contains(call.origin()))
                        .toList();
        return wagePerCall(
                shifts(terms, window, now, occupancy),
                calls(tonight, expected(estimate.untilEnd().keySet(), estimate)));
    }

    private static ZoneFigures figures(ZoneTerms terms, long zone, Shifts shifts, Calls calls) {
        Optional<WageBound> bound =
                terms.maxWagePerCall()
                        .map(most ->
                                new WageBound(
                                        WageForecast.of(shifts.withOneMore(), calls).perCall(),
                                        most));
        return new ZoneFigures(
                zone, terms.capacity(), shifts.supporters(), wagePerCall(shifts, calls), bound);
    }

    private static Optional<Money> wagePerCall(Shifts shifts, Calls calls) {
        boolean paid = shifts.supporters() > 0 || shifts.paid().isPositive();
        return paid ? Optional.of(WageForecast.of(shifts, calls).perCall()) : Optional.empty();
    }

    private static Shifts shifts(
            ZoneTerms terms, OpenWindow window, Instant now, Occupancy occupancy) {
        Occupancy known = occupancy == null ? Occupancy.NONE : occupancy;
        Instant from = now.isBefore(window.begin()) ? window.begin() : now;
        return new Shifts(
                terms.hourlyWage(),
                known.worked(),
                known.supporters(),
                from.isBefore(window.end()) ? Duration.between(from, window.end()) : Duration.ZERO);
    }

    private Calls calls(ZonePlan.Zone zone, List<TonightsCall> tonight, DemandEstimate estimate) {
        Set<Long> cells =
                zone.cells().stream().map(ZonePlan.Cell::index).collect(Collectors.toSet());
        List<TonightsCall> inZone =
                tonight.stream().filter(call -> cells.contains(grid.cell(call.origin()))).toList();
        return calls(inZone, expected(cells, estimate));
    }

    private static double expected(Set<Long> cells, DemandEstimate estimate) {
        return cells.stream()
                .sorted() // so that the sum of doubles is always the same
                .mapToDouble(cell -> estimate.untilEnd().getOrDefault(cell, 0.0))
                .sum();
    }

    private static Calls calls(List<TonightsCall> tonight, double expected) {
        Map<Outcome, Long> counts =
                tonight.stream()
                        .collect(
                                Collectors.groupingBy(
                                        TonightsCall::outcome, Collectors.counting()));
        return new Calls(
                Math.toIntExact(counts.getOrDefault(Outcome.COMPLETED, 0L)),
                Math.toIntExact(counts.getOrDefault(Outcome.LOST, 0L)),
                Math.toIntExact(counts.getOrDefault(Outcome.UNDER_WAY, 0L)),
                expected);
    }
}
