package dev.supporters.mlgateway.moves;

import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.dispatch.move.PlanInputs;
import dev.supporters.mlgateway.forecast.RegionForecasts;
import dev.supporters.mlgateway.forecast.RegionForecasts.ForecastInputs;
import dev.supporters.mlgateway.forecast.RegionalPolicies;
import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.mlgateway.moves.MovePlanMetrics.SignalKind;
import dev.supporters.mlgateway.moves.MovePlanMetrics.TickResult;
import dev.supporters.mlgateway.moves.MoveSignalMessages.SignalTerms;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans the moves of one tick, for each region whose policy wants it. The plan and its signals are stored in one update: a planner that
 * dies before it leaves nothing, one that dies after it leaves a plan whose signals the relay still publishes.
 */
final class MovePlanningService {

    private static final Logger LOG = Logger.getLogger(MovePlanningService.class);

    private final RegionalPolicies policies;
    private final RegionForecasts forecasts;
    private final PlanInputsCollector collector;
    private final NamedPlaces names;
    private final LeaseService leases;
    private final AggregateStore<MovePlanRecord> plans;
    private final MovePlanMetrics metrics;
    private final MovePlanningConfig config;
    private final Clock clock;
    private final String instance;

    MovePlanningService(
            RegionalPolicies policies,
            RegionForecasts forecasts,
            PlanInputsCollector collector,
            NamedPlaces names,
            LeaseService leases,
            AggregateStore<MovePlanRecord> plans,
            MovePlanMetrics metrics,
            MovePlanningConfig config,
            Clock clock,
            String instance) {
        this.policies = policies;
        this.forecasts = forecasts;
        this.collector = collector;
        this.names = names;
        this.leases = leases;
        this.plans = plans;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.instance = instance;
    }

    /** One tick of all regions. What fails for one does not keep the others from being planned. */
    void tick() {
        for (RegionalPolicy policy : policies.all()) {
            try {
                tick(policy);
            } catch (RuntimeException e) {
                metrics.count(TickResult.FAILED);
                LOG.warnf(e, "moves are not planned region=%s", policy.key());
            }
        }
    }

    private void tick(RegionalPolicy policy) {
        Instant now = clock.instant();
        Optional<OpenWindow> window = wanted(policy) ? policy.window().at(now) : Optional.empty();
        if (window.isEmpty()) {
            metrics.atWork(policy.key(), 0);
            return;
        }
        metrics.atWork(policy.key(), collector.atWork(policy, now));
        if (!leases.hold(policy.key())) {
            metrics.count(TickResult.OTHER_PLANNER);
            return;
        }
        metrics.count(metrics.seconds().record(() -> planned(policy, window.get(), now)));
    }

    private static boolean wanted(RegionalPolicy policy) {
        return policy.moves().enabled() || policy.moves().restAdvice();
    }

    private TickResult planned(RegionalPolicy policy, OpenWindow window, Instant now) {
        long tick = now.toEpochMilli() / config.every().toMillis();
        String id = policy.key() + "/" + tick;
        if (plans.find(id).isPresent()) {
            return TickResult.REPEATED;
        }
        ForecastInputs basis = forecasts.basis(policy, window, now);
        long seed = 31 * tick + policy.key().hashCode();
        PlanInputs inputs = collector.collect(policy, window, basis, now, seed);
        MovePlan plan = inputs.plan(basis.places());
        MovePlanRecord record =
                MovePlanRecord.newBuilder()
                        .setProduct(policy.product())
                        .setRegion(policy.region())
                        .setBusinessDate(window.businessDate().toString())
                        .setPlanTime(Timestamps.of(now))
                        .setTick(tick)
                        .setPlanner(instance)
                        .setForecast(basis.name())
                        .setPolicyVersion(policy.policy().getVersion())
                        .setInputs(PlanRecordMessages.write(inputs))
                        .setPlan(PlanRecordMessages.write(plan))
                        .build();
        List<Event> signals =
                MoveSignalMessages.events(
                        record,
                        plan,
                        new SignalTerms(
                                config.slack(),
                                config.adviceLasts(),
                                window.end(),
                                names::nearest));
        if (!leases.holds(policy.key())) {
            return TickResult.LEASE_LOST;
        }
        return store(id, record, signals, plan)
                ? inputs.nothingExpected(basis.places()) ? TickResult.NO_DEMAND : TickResult.PLANNED
                : TickResult.REPEATED;
    }

    /** Whether it is this plan that was stored. */
    private boolean store(String id, MovePlanRecord record, List<Event> signals, MovePlan plan) {
        Versioned<MovePlanRecord> stored =
                plans.change(
                        id,
                        "",
                        (present, version) ->
                                present.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(new Change<>(record, signals)));
        if (!stored.value().getPlanner().equals(instance)) {
            return false;
        }
        collector.signalled(
                plan,
                driver -> MoveSignalMessages.moveId(record, driver),
                Timestamps.instant(record.getPlanTime()));
        metrics.signals(SignalKind.PLACE, plan.proposals().size());
        metrics.signals(SignalKind.REST, plan.restAdvice().size());
        metrics.postponed(plan.postponed());
        return true;
    }
}
