package dev.supporters.zone.plan;

import dev.supporters.contract.Money;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.cost.WageForecast;
import dev.supporters.dispatch.cost.WageForecast.Calls;
import dev.supporters.dispatch.cost.WageForecast.Shifts;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.zone.demand.DemandEstimate;
import dev.supporters.zone.demand.TonightsCalls;
import dev.supporters.zone.demand.TonightsCalls.NightCall;
import dev.supporters.zone.demand.TonightsCalls.Outcome;
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

/** Who is at work in each zone, and what its guaranteed wages will have cost per completed call when the window ends. */
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
        Map<Long, Occupancy> occupancy =
                shifts.occupancy(terms.key(), window.businessDate(), now);
        List<NightCall> tonight = calls.since(terms.key().product(), window.begin(), now);
        return plan.zones().stream()
                .map(zone ->
                        figures(
                                terms,
                                zone.number(),
                                shifts(terms, window, now, occupancy.get(zone.number())),
                                calls(zone, tonight, estimate)))
                .toList();
    }

    private static ZoneFigures figures(ZoneTerms terms, long zone, Shifts shifts, Calls calls) {
        boolean paid = shifts.supporters() > 0 || shifts.paid().isPositive();
        Optional<Money> wage =
                paid ? Optional.of(WageForecast.of(shifts, calls).perCall()) : Optional.empty();
        boolean over =
                terms.maxWagePerCall()
                        .filter(most -> WageForecast.of(shifts.withOneMore(), calls).above(most))
                        .isPresent();
        return new ZoneFigures(zone, terms.capacity(), shifts.supporters(), wage, over);
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

    private Calls calls(ZonePlan.Zone zone, List<NightCall> tonight, DemandEstimate estimate) {
        Set<Long> cells =
                zone.cells().stream().map(ZonePlan.Cell::index).collect(Collectors.toSet());
        Map<Outcome, Long> counts =
                tonight.stream()
                        .filter(call -> cells.contains(grid.cell(call.origin())))
                        .collect(Collectors.groupingBy(NightCall::outcome, Collectors.counting()));
        double expected =
                cells.stream()
                        .sorted() // so that the sum of doubles is always the same
                        .mapToDouble(cell -> estimate.untilEnd().getOrDefault(cell, 0.0))
                        .sum();
        return new Calls(
                Math.toIntExact(counts.getOrDefault(Outcome.COMPLETED, 0L)),
                Math.toIntExact(counts.getOrDefault(Outcome.LOST, 0L)),
                Math.toIntExact(counts.getOrDefault(Outcome.UNDER_WAY, 0L)),
                expected);
    }
}
