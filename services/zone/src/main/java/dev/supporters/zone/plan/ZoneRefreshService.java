package dev.supporters.zone.plan;

import dev.supporters.contract.Money;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlan.Basis;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.platform.store.Versioned;
import dev.supporters.zone.demand.DemandEstimate;
import dev.supporters.zone.demand.DemandEstimator;
import dev.supporters.zone.plan.ZoneMetrics.Result;
import dev.supporters.zone.region.ZoneKey;
import dev.supporters.zone.region.ZoneTerms;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plans the zones of a region when the next plan is due. Any number of processes may do so at once: a plan replaces exactly the plan
 * that it was made from, so of two at the same time one is dropped.
 */
@ApplicationScoped
public class ZoneRefreshService {

    private final ZonePlanRepository plans;
    private final ZonePlanner planner;
    private final DemandEstimator demand;
    private final ZoneCosts costs;
    private final PlanValidity validity;
    private final ZoneMetrics metrics;
    private final Clock clock;
    private final Map<ZoneKey, Instant> nextLooks = new ConcurrentHashMap<>();

    ZoneRefreshService(
            ZonePlanRepository plans,
            ZonePlanner planner,
            DemandEstimator demand,
            ZoneCosts costs,
            PlanValidity validity,
            ZoneMetrics metrics,
            Clock clock) {
        this.plans = plans;
        this.planner = planner;
        this.demand = demand;
        this.costs = costs;
        this.validity = validity;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Plans the region if that is due. */
    public void refresh(ZoneTerms terms) {
        // in milliseconds, as the store has times: a replay from the store comes to the same times
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<OpenWindow> window = validity.window(terms.window(), now);
        if (window.isEmpty()) {
            metrics.wagePerCall(terms.key(), Optional.empty());
            return;
        }
        if (now.isBefore(nextLooks.getOrDefault(terms.key(), Instant.EPOCH))) {
            return;
        }
        try {
            look(terms, window.get(), now);
        } catch (RuntimeException e) {
            metrics.count(Result.FAILED);
            throw e;
        }
    }

    private void look(ZoneTerms terms, OpenWindow window, Instant now) {
        Optional<Versioned<PlannedZones>> before = plans.newest(terms.key());
        ZonePlan last = before.map(found -> found.value().plan()).orElse(ZonePlan.NONE);
        if (now.isBefore(validity.next(last.time()))) {
            nextLooks.put(terms.key(), validity.next(last.time()));
            return;
        }
        nextLooks.put(terms.key(), validity.next(now));
        DemandEstimate estimate = demand.estimate(terms, window, now);
        Optional<Money> wagePerCall = costs.wagePerCall(terms, window, estimate, now);
        metrics.wagePerCall(terms.key(), wagePerCall);
        if (!terms.rules().enabled() && last.basis() != Basis.ZONES && wagePerCall.isEmpty()) {
            return; // switched off, and nobody works: nothing is to be told
        }
        PlannedZones next = planned(terms, window, last, estimate, wagePerCall, now);
        if (!plans.replace(before, next)) {
            metrics.count(Result.RACED);
            return;
        }
        metrics.active(next);
        metrics.count(next.plan().basis() == Basis.ZONES ? Result.ZONES : Result.REGION);
    }

    private PlannedZones planned(
            ZoneTerms terms,
            OpenWindow window,
            ZonePlan last,
            DemandEstimate estimate,
            Optional<Money> wagePerCall,
            Instant now) {
        ZoneInputs inputs =
                new ZoneInputs(now, terms.rules(), estimate.version(), estimate.calls(), last);
        ZonePlan plan = planner.plan(inputs);
        return new PlannedZones(
                terms.key(),
                terms.policyVersion(),
                inputs,
                plan,
                validity.expires(now),
                wagePerCall,
                costs.figures(terms, window, plan, estimate));
    }
}
