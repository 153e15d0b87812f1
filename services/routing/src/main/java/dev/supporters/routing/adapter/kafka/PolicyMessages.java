package dev.supporters.routing.adapter.kafka;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.routing.policy.Region;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.policy.Window;

import java.time.LocalTime;
import java.time.ZoneId;

/** Reads policies. */
final class PolicyMessages {

    private PolicyMessages() {}

    static RegionPolicy policy(Policy policy) {
        return new RegionPolicy(
                policy.getProduct(),
                policy.getRegion(),
                policy.getVersion(),
                region(policy.getBounds()),
                new Window(
                        LocalTime.parse(policy.getWindowBegin()),
                        Timestamps.duration(policy.getWindowLength()),
                        ZoneId.of(policy.getTimeZone())),
                policy.getRolloutPercent(),
                Timestamps.duration(policy.getMaxPickup()),
                policy.getMaxCandidates(),
                Timestamps.duration(policy.getVeto()),
                policy.getOnRefusal());
    }

    private static Region region(Box bounds) {
        return new Region(
                bounds.getSouthWest().getLat(),
                bounds.getSouthWest().getLng(),
                bounds.getNorthEast().getLat(),
                bounds.getNorthEast().getLng());
    }
}
