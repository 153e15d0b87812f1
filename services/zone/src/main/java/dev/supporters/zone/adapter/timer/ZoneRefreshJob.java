package dev.supporters.zone.adapter.timer;

import dev.supporters.platform.event.TopicsCaughtUpCheck;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.zone.ZoneConfig;
import dev.supporters.zone.demand.RegionHistories;
import dev.supporters.zone.plan.ZoneRefreshService;
import dev.supporters.zone.region.ZoneRegions;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** The function zone-refresh: looks again and again whether a region's plan is due. */
@ApplicationScoped
class ZoneRefreshJob {

    private final ZoneRefreshService service;
    private final ZoneRegions regions;
    private final TopicsCaughtUpCheck followed;
    private final RegionHistories histories;
    private final Scheduler scheduler;
    private final Clock clock;
    private final ZoneConfig config;

    ZoneRefreshJob(
            ZoneRefreshService service,
            ZoneRegions regions,
            TopicsCaughtUpCheck followed,
            RegionHistories histories,
            Scheduler scheduler,
            Clock clock,
            ZoneConfig config) {
        this.service = service;
        this.regions = regions;
        this.followed = followed;
        this.histories = histories;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.refresh().enabled()) {
            scheduler.every(config.refresh().every(), this::look);
            scheduler.every(config.refresh().reloadEvery(), histories::reload);
        }
    }

    /** Each region on its own, so that one that fails does not stop the others. */
    private void look() {
        if (followed.caughtUp()) {
            regions.all()
                    .forEach(terms -> scheduler.at(clock.instant(), () -> service.refresh(terms)));
        }
    }
}
