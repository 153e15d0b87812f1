package dev.supporters.gateway.adapter.timer;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.alert.ServiceMonitor;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Looks at all services' metrics again and again: since when something is so is only known by who looks all the time. */
@ApplicationScoped
class ServiceMonitorJob {

    private final ServiceMonitor monitor;
    private final Scheduler scheduler;
    private final GatewayConfig config;

    ServiceMonitorJob(ServiceMonitor monitor, Scheduler scheduler, GatewayConfig config) {
        this.monitor = monitor;
        this.scheduler = scheduler;
        this.config = config;
    }

    void begin(@Observes StartupEvent start) {
        scheduler.every(config.metrics().pause(), monitor::look);
    }
}
