package dev.supporters.insight.adapter.timer;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.experiment.ExperimentGuard;
import dev.supporters.insight.night.CountingReadiness;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A part of the function insight-projector: looks again and again whether the treatment of an experiment has lost. */
@ApplicationScoped
class ExperimentGuardJob {

    private final ExperimentGuard guard;
    private final CountingReadiness readiness;
    private final Scheduler scheduler;
    private final InsightConfig config;

    ExperimentGuardJob(
            ExperimentGuard guard,
            CountingReadiness readiness,
            Scheduler scheduler,
            InsightConfig config) {
        this.guard = guard;
        this.readiness = readiness;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.counting().enabled()) {
            scheduler.every(config.counting().period(), this::look);
        }
    }

    private void look() {
        if (readiness.caughtUp()) {
            guard.look();
        }
    }
}
