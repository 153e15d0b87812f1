package dev.supporters.routing.adapter.kafka;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Memberships;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.routing.RoutingConfig;
import dev.supporters.routing.decision.ZoneCheck;
import dev.supporters.routing.geo.Cells;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.LastKnownLocation;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Applies events to what is in memory. Events of different drivers may come at the same time. */
@ApplicationScoped
class SupporterProjection {

    private static final String DRIVER = "driver:";

    private final FreeSupporters supporters;
    private final DriveEndEstimates drives;
    private final ZoneCheck zones;
    private final Cells cells;
    private final Events events;
    private final RoutingConfig config;
    private final Clock clock;

    SupporterProjection(
            FreeSupporters supporters,
            DriveEndEstimates drives,
            ZoneCheck zones,
            Cells cells,
            Events events,
            RoutingConfig config,
            Clock clock) {
        this.supporters = supporters;
        this.drives = drives;
        this.zones = zones;
        this.cells = cells;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    void apply(WorkEvent event) {
        WorkStep.read(event)
                .ifPresentOrElse(
                        step -> apply(event, step), () -> events.skipped(Topics.WORK, "unknown"));
    }

    void apply(ActivityEvent event) {
        EngagementStep.read(event)
                .ifPresentOrElse(
                        step -> {
                            supporters.engagement(
                                    step.driverId(), engagement -> engagement.next(step));
                            drives.apply(step);
                        },
                        () -> events.skipped(Topics.ACTIVITY, "unknown"));
    }

    void apply(LocationEvent event) {
        DriverId driverId = new DriverId(event.getDriverId());
        Instant time = Timestamps.instant(event.getEventTime());
        switch (event.getEventCase()) {
            case REPORTED -> seen(driverId, event.getReported().getLocation(), time);
            case UNREACHABLE -> supporters.location(driverId, now -> now.unreachable(time));
            // the position that made the driver reachable is an event of its own
            case REACHABLE -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }

    void apply(DriverEvent event) {
        Memberships.read(event)
                .ifPresentOrElse(
                        supporters::memberships, () -> events.skipped(Topics.DRIVERS, "unknown"));
    }

    /** Those of calls and customers come with each call. */
    void apply(TagEvent event) {
        switch (event.getEventCase()) {
            case PUT ->
                    driver(event.getPut().getEntityId())
                            .ifPresent(driverId ->
                                    supporters.tags(
                                            driverId, Set.copyOf(event.getPut().getTagsList())));
            case EVENT_NOT_SET -> events.skipped(Topics.TAGS, "unknown");
        }
    }

    private static Optional<DriverId> driver(String entityId) {
        return entityId.startsWith(DRIVER)
                ? Optional.of(new DriverId(entityId.substring(DRIVER.length())))
                : Optional.empty();
    }

    void apply(ZoneEvent event) {
        switch (event.getEventCase()) {
            case PLANNED -> zones.put(ActiveZones.of(event.getPlanned().getZones()));
            case EVENT_NOT_SET -> events.skipped(Topics.ZONES, "unknown");
        }
    }

    private void apply(WorkEvent event, WorkStep step) {
        if (!event.hasBegun()) {
            supporters.shift(step.driverId(), now -> now.next(step));
            return;
        }
        Instant until = Timestamps.instant(event.getBegun().getWindowEndTime());
        supporters.shift(step.driverId(), now -> now.begun(step, until));
        if (event.getBegun().hasLocation() && placeStillTold(step.time())) {
            seen(step.driverId(), event.getBegun().getLocation(), step.time());
        }
    }

    /**
     * A shift that began longer ago than positions are read says nothing about where the driver is: what came after the begin, that the
     * driver became unreachable for example, was not read.
     */
    private boolean placeStillTold(Instant beginTime) {
        return !beginTime.isBefore(clock.instant().minus(config.locationHistory()));
    }

    private void seen(DriverId driverId, Point point, Instant time) {
        Position position = Position.of(point);
        LastKnownLocation.Seen seen =
                new LastKnownLocation.Seen(position, cells.cell(position), time);
        supporters.location(driverId, now -> now.seen(seen));
    }
}
