package dev.supporters.gateway;

import dev.supporters.contract.CallNumbers;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.alert.MetricsSource;
import dev.supporters.gateway.alert.ServiceMonitor;
import dev.supporters.gateway.call.CallClient;
import dev.supporters.gateway.call.CallRequestMetrics;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.call.CommanderClient;
import dev.supporters.gateway.call.GeneralDispatch;
import dev.supporters.gateway.call.RecentCallChanges;
import dev.supporters.gateway.fleet.Fleet;
import dev.supporters.gateway.subscription.SubscriptionHub;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Creates the beans of the features, which know nothing of injection. */
@Dependent
class GatewayBeans {

    @Produces
    @Singleton
    CallService callService(
            CallClient calls,
            CommanderClient commander,
            GeneralDispatch general,
            CallRequestMetrics metrics,
            Clock clock) {
        return new CallService(
                calls,
                commander,
                general,
                new CallNumbers(clock, new SecureRandom()),
                metrics,
                clock);
    }

    @Produces
    @Singleton
    @Startup // alerts watch its timers, which have to exist before the first call
    CallRequestMetrics callRequestMetrics(MeterRegistry meters) {
        return new CallRequestMetrics(meters);
    }

    @Produces
    @Singleton
    SubjectLimits subjectLimits(GatewayConfig config, Clock clock) {
        return new SubjectLimits(config.operationBurst(), config.operationsPerSecond(), clock);
    }

    @Produces
    @Singleton
    SubscriptionHub subscriptionHub(
            @VirtualThreads ExecutorService executor, GatewayConfig config, MeterRegistry meters) {
        SubscriptionHub hub =
                new SubscriptionHub(
                        executor,
                        (pause, task) ->
                                CompletableFuture.delayedExecutor(
                                                pause.toMillis(), TimeUnit.MILLISECONDS, executor)
                                        .execute(task),
                        config.subscriptions(),
                        config.subscriptionsPerPerson());
        meters.gauge("supporters_gateway_subscriptions", hub, SubscriptionHub::size);
        return hub;
    }

    @Produces
    @Singleton
    ServiceMonitor serviceMonitor(
            MetricsSource source, @VirtualThreads ExecutorService executor, Clock clock) {
        return new ServiceMonitor(source, executor, clock, System::nanoTime);
    }

    @Produces
    @Singleton
    Fleet fleet() {
        return new Fleet();
    }

    @Produces
    @Singleton
    RecentCallChanges recentCallChanges() {
        return new RecentCallChanges();
    }
}
