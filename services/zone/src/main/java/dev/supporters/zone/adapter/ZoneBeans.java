package dev.supporters.zone.adapter;

import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.zone.ZoneConfig;
import dev.supporters.zone.demand.RegionHistories;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/** Makes beans of the decision classes, which know nothing of a container. */
@Singleton
class ZoneBeans {

    @Produces
    @Singleton
    DemandCells grid() {
        return new DemandCells();
    }

    @Produces
    @Singleton
    RegionHistories histories(ZoneConfig config, MeterRegistry meters) {
        return meters.gauge(
                "supporters_zone_unusable_histories",
                RegionHistories.read(config.refresh().history().orElse(List.of())),
                RegionHistories::unusable);
    }

    @Produces
    @Singleton
    ZonePlanner planner(DemandCells grid) {
        return new ZonePlanner(grid);
    }
}
