package dev.supporters.insight.adapter.timer;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.legacy.LegacyNightService;
import dev.supporters.insight.moment.NightMomentService;
import dev.supporters.insight.night.NightCountingService;
import dev.supporters.platform.event.TopicsCaughtUpCheck;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;

/**
 * The timers of the function insight-projector: each looks again and again whether something is due, once all that happened is in memory.
 * What one does neither waits for the others nor fails with them.
 */
@ApplicationScoped
class NightJob {

    private final NightCountingService counting;
    private final NightMomentService moments;
    private final LegacyNightService legacyNights;
    private final TopicsCaughtUpCheck followed;
    private final Scheduler scheduler;
    private final InsightConfig config;

    NightJob(
            NightCountingService counting,
            NightMomentService moments,
            LegacyNightService legacyNights,
            TopicsCaughtUpCheck followed,
            Scheduler scheduler,
            InsightConfig config) {
        this.counting = counting;
        this.moments = moments;
        this.legacyNights = legacyNights;
        this.followed = followed;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.counting().enabled()) {
            look(config.counting().every(), counting::count);
            look(config.counting().every(), moments::keep);
            look(config.legacyNight().every(), legacyNights::play);
        }
    }

    private void look(Duration every, Runnable service) {
        scheduler.every(
                every,
                () -> {
                    if (followed.caughtUp()) {
                        service.run();
                    }
                });
    }
}
