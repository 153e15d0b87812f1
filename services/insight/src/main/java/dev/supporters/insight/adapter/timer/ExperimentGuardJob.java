package dev.supporters.insight.adapter.timer;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.experiment.ExperimentGuard;
import dev.supporters.platform.event.TopicsCaughtUpCheck;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A part of the function insight-projector: looks again and again whether the treatment of an experiment has lost. */
@ApplicationScoped
class ExperimentGuardJob {

    private final ExperimentGuard guard;
    private final TopicsCaughtUpCheck followed;
    private final Scheduler scheduler;
    private final InsightConfig config;

    ExperimentGuardJob(
            ExperimentGuard guard,
            TopicsCaughtUpCheck followed,
            Scheduler scheduler,
            InsightConfig config) {
        this.guard = guard;
        this.followed = followed;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.counting().enabled()) {
            scheduler.every(config.counting().period(), this::look);
        }
    }

    private void look() {
        if (followed.caughtUp()) {
            guard.look();
        }
    }
}
