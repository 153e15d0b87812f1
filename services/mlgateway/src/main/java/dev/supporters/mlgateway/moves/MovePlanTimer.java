package dev.supporters.mlgateway.moves;

import dev.supporters.mlgateway.forecast.RegionForecasts;
import dev.supporters.mlgateway.forecast.RegionalPolicies;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.time.ClockConfig;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Starts a tick at each whole interval of the clock, off the path of requests. A store that does not answer delays plans and nothing else. */
@Singleton
public class MovePlanTimer {

    private static final Logger LOG = Logger.getLogger(MovePlanTimer.class);

    /** However fast the clock runs, plans come no faster than the moves of the last one can be heard of. */
    private static final double LEAST_REAL_MILLIS = 500;

    private final RegionalPolicies policies;
    private final RegionForecasts forecasts;
    private final PlanInputsCollector collector;
    private final NamedPlaces names;
    private final Instance<AggregateStore<PlannerLease>> leases;
    private final Instance<AggregateStore<MovePlanRecord>> plans;
    private final MovePlanMetrics metrics;
    private final MovePlanningConfig config;
    private final Scheduler scheduler;
    private final Clock clock;
    private final ClockConfig clockConfig;
    private Optional<MovePlanningService> service = Optional.empty();

    MovePlanTimer(
            RegionalPolicies policies,
            RegionForecasts forecasts,
            PlanInputsCollector collector,
            NamedPlaces names,
            Instance<AggregateStore<PlannerLease>> leases,
            Instance<AggregateStore<MovePlanRecord>> plans,
            MovePlanMetrics metrics,
            MovePlanningConfig config,
            Scheduler scheduler,
            Clock clock,
            ClockConfig clockConfig) {
        this.policies = policies;
        this.forecasts = forecasts;
        this.collector = collector;
        this.names = names;
        this.leases = leases;
        this.plans = plans;
        this.metrics = metrics;
        this.config = config;
        this.scheduler = scheduler;
        this.clock = clock;
        this.clockConfig = clockConfig;
    }

    /** Ticks again and again, as long as the topics have been read back. */
    public void start(BooleanSupplier caughtUp) {
        long interval =
                Math.max(
                        config.every().toMillis(), (long) (LEAST_REAL_MILLIS * clockConfig.rate()));
        Instant next =
                Instant.ofEpochMilli((clock.instant().toEpochMilli() / interval + 1) * interval);
        var _ =
                scheduler.at(
                        next,
                        () -> {
                            try {
                                if (caughtUp.getAsBoolean()) {
                                    service().tick();
                                }
                            } catch (RuntimeException e) {
                                metrics.count(MovePlanMetrics.TickResult.FAILED);
                                LOG.warn("moves are not planned", e);
                            } finally {
                                start(caughtUp);
                            }
                        });
    }

    /** Opens the store with the first tick that needs it. */
    private MovePlanningService service() {
        if (service.isEmpty()) {
            String instance = UUID.randomUUID().toString();
            LeaseService lease =
                    new LeaseService(
                            leases.get(),
                            instance,
                            new PlannerLease.LeaseTerms(config.lease(), config.skew()),
                            clock);
            service =
                    Optional.of(
                            new MovePlanningService(
                                    policies,
                                    forecasts,
                                    collector,
                                    names,
                                    lease,
                                    plans.get(),
                                    metrics,
                                    config,
                                    clock,
                                    instance));
        }
        return service.get();
    }
}
