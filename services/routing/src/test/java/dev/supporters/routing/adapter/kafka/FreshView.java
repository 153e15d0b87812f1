package dev.supporters.routing.adapter.kafka;

import dev.supporters.contract.GeneralDrives;
import dev.supporters.platform.event.Events;
import dev.supporters.routing.RoutingConfig;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.routing.decision.ZoneCheck;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.FreeSupporters;

import io.quarkus.runtime.StartupEvent;

import java.time.Clock;

/** What a function that starts now has in memory. */
public final class FreshView {

    private final FreeSupporters supporters;
    private final RegionPolicies policies;
    private final TopicSubscriptions followed;

    public FreshView(Events events, RoutingConfig config, Clock clock) {
        GeneralDrives general = new GeneralDrives(clock);
        supporters = new FreeSupporters(RoutingFixtures.CELLS, general);
        policies = new RegionPolicies(clock);
        followed =
                new TopicSubscriptions(
                        events,
                        policies,
                        new SupporterProjection(
                                supporters,
                                new DriveEndEstimates(),
                                new ZoneCheck(),
                                RoutingFixtures.CELLS,
                                events,
                                config,
                                clock),
                        general,
                        config);
        followed.start(new StartupEvent());
    }

    public boolean caughtUp() {
        return followed.caughtUp();
    }

    public FreeSupporters supporters() {
        return supporters;
    }

    public RegionPolicies policies() {
        return policies;
    }
}
