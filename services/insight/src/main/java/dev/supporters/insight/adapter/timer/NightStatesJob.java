package dev.supporters.insight.adapter.timer;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.moment.NightMomentService;
import dev.supporters.insight.night.CountingReadiness;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A part of the function insight-projector: looks again and again whether nights have to be kept. */
@ApplicationScoped
class NightStatesJob {

    private final NightMomentService service;
    private final CountingReadiness readiness;
    private final Scheduler scheduler;
    private final InsightConfig config;

    NightStatesJob(
            NightMomentService service,
            CountingReadiness readiness,
            Scheduler scheduler,
            InsightConfig config) {
        this.service = service;
        this.readiness = readiness;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.counting().enabled()) {
            scheduler.every(config.counting().every(), this::look);
        }
    }

    private void look() {
        if (readiness.caughtUp()) {
            service.keep();
        }
    }
}
