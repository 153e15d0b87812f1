package dev.supporters.routing.adapter.kafka;

import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.routing.geo.Cells;
import dev.supporters.routing.geo.Position;
import dev.supporters.routing.policy.Policies;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.Whereabouts;
import dev.supporters.routing.supporter.Work;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** Events as changes of what is in memory. */
@ApplicationScoped
class SupporterEvents {

    private final FreeSupporters supporters;
    private final Policies policies;
    private final Cells cells;
    private final Events events;

    SupporterEvents(FreeSupporters supporters, Policies policies, Cells cells, Events events) {
        this.supporters = supporters;
        this.policies = policies;
        this.cells = cells;
        this.events = events;
    }

    void apply(WorkEvent event) {
        String driverId = event.getDriverId();
        Work work =
                new Work(
                        event.getWorkId(),
                        event.getRegion(),
                        event.getVersion(),
                        Timestamps.instant(event.getEventTime()));
        switch (event.getEventCase()) {
            case BEGUN -> {
                Instant until = Timestamps.instant(event.getBegun().getWindowEndTime());
                supporters.attendance(driverId, now -> now.begun(work, event.getProduct(), until));
                if (event.getBegun().hasLocation()) {
                    seen(driverId, event.getBegun().getLocation(), work.time());
                }
            }
            case RESTED ->
                    supporters.attendance(driverId, now -> now.rested(work, event.getProduct()));
            case RESUMED ->
                    supporters.attendance(driverId, now -> now.resumed(work, event.getProduct()));
            case ENDING, ENDED -> supporters.attendance(driverId, now -> now.ended(work));
            case EVENT_NOT_SET -> events.skipped(Topics.WORK, "unknown");
        }
    }

    void apply(ActivityEvent event) {
        String driverId = event.getDriverId();
        long version = event.getVersion();
        String command = event.getCommandId();
        switch (event.getEventCase()) {
            case COMMANDED, ACCEPTED, ARRIVED, PICKED_UP ->
                    supporters.engagement(driverId, now -> now.busy(version, command));
            case REFUSED, COMPLETED, CANCELLED ->
                    supporters.engagement(driverId, now -> now.idle(version, command));
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, "unknown");
        }
    }

    void apply(LocationEvent event) {
        Instant time = Timestamps.instant(event.getEventTime());
        switch (event.getEventCase()) {
            case REPORTED -> seen(event.getDriverId(), event.getReported().getLocation(), time);
            case UNREACHABLE -> supporters.whereabouts(event.getDriverId(), now -> now.dark(time));
            case REACHABLE -> {} // the position that made the driver reachable comes as an event of
            // its own
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }

    void apply(PolicyEvent event) {
        switch (event.getEventCase()) {
            case PUT -> policies.put(PolicyMessages.policy(event.getPut().getPolicy()));
            case EVENT_NOT_SET -> events.skipped(Topics.POLICIES, "unknown");
        }
    }

    private void seen(String driverId, Point point, Instant time) {
        Position position = new Position(point.getLat(), point.getLng());
        Whereabouts.Seen seen = new Whereabouts.Seen(position, cells.cell(position), time);
        supporters.whereabouts(driverId, now -> now.seen(seen));
    }
}
