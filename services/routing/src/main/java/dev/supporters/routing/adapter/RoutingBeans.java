package dev.supporters.routing.adapter;

import dev.supporters.contract.GeneralDrives;
import dev.supporters.routing.decision.ChainedDrives;
import dev.supporters.routing.decision.DriverAssigner;
import dev.supporters.routing.decision.HeldRouter;
import dev.supporters.routing.decision.Router;
import dev.supporters.routing.decision.Tagger;
import dev.supporters.routing.decision.ZoneCheck;
import dev.supporters.routing.geo.Cells;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.ranking.PoolRanker;
import dev.supporters.routing.ranking.Ranker;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.FreeSupporters;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;

/** Makes beans of the classes that know nothing of a container. */
@Singleton
class RoutingBeans {

    @Produces
    @Singleton
    Cells cells() {
        return new Cells();
    }

    @Produces
    @Singleton
    RegionPolicies policies(Clock clock) {
        return new RegionPolicies(clock);
    }

    @Produces
    @Singleton
    ZoneCheck zones() {
        return new ZoneCheck();
    }

    @Produces
    @Singleton
    GeneralDrives generalDrives(Clock clock) {
        return new GeneralDrives(clock);
    }

    @Produces
    @Singleton
    FreeSupporters freeSupporters(Cells cells, GeneralDrives general, MeterRegistry meters) {
        return meters.gauge(
                "supporters_routing_free_supporters",
                new FreeSupporters(cells, general),
                FreeSupporters::count);
    }

    @Produces
    @Singleton
    DriveEndEstimates driveEndEstimates() {
        return new DriveEndEstimates();
    }

    @Produces
    @Singleton
    Router router(
            RegionPolicies policies,
            ZoneCheck zones,
            FreeSupporters supporters,
            Tagger tagger,
            Ranker ranker,
            DriverAssigner assigner,
            DriveEndEstimates drives,
            Clock clock) {
        return new Router(
                policies,
                zones,
                supporters,
                tagger,
                ranker,
                assigner,
                new ChainedDrives(drives, supporters),
                clock);
    }

    @Produces
    @Singleton
    HeldRouter heldRouter(
            RegionPolicies policies,
            ZoneCheck zones,
            FreeSupporters supporters,
            PoolRanker ranker,
            DriverAssigner assigner,
            DriveEndEstimates drives,
            Clock clock) {
        return new HeldRouter(
                policies,
                zones,
                supporters,
                ranker,
                assigner,
                new ChainedDrives(drives, supporters),
                clock);
    }
}
