package dev.supporters.activity.adapter.timer;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.activity.timeline.TimelineRepository;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Removes timelines whose retention is over: a bounded number each minute. Several processes may do it at once. */
@ApplicationScoped
class TimelineSweep {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 1_000;

    private final TimelineRepository timelines;
    private final Scheduler scheduler;
    private final Clock clock;
    private final ActivityConfig config;

    TimelineSweep(
            TimelineRepository timelines, Scheduler scheduler, Clock clock, ActivityConfig config) {
        this.timelines = timelines;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::sweep);
    }

    private void sweep() {
        LocalDate oldest =
                LocalDate.ofInstant(
                        clock.instant().minus(config.timelineRetention()), ZoneOffset.UTC);
        timelines.removeBefore(oldest, MOST_AT_ONCE);
    }
}
