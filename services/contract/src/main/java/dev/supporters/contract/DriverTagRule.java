package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import java.util.Collection;

/**
 * Which supporters a call with a tag may go to.
 *
 * @param callTag the calls with this tag; empty for all calls
 * @param driverTag the tag of supporters
 * @param forbidden whether such a call goes only to supporters without the tag; else only to those with it
 */
public record DriverTagRule(String callTag, String driverTag, boolean forbidden) {

    public DriverTagRule {
        requireNonNull(callTag);
        requireNonNull(driverTag);
    }

    /** Whether a call may go to a supporter. */
    public boolean admits(Collection<String> callTags, Collection<String> driverTags) {
        boolean concerned = callTag.isEmpty() || callTags.contains(callTag);
        return !concerned || driverTags.contains(driverTag) != forbidden;
    }

    static DriverTagRule of(dev.supporters.proto.policy.v1.DriverTagRule rule) {
        return new DriverTagRule(rule.getCallTag(), rule.getDriverTag(), rule.getForbidden());
    }

    dev.supporters.proto.policy.v1.DriverTagRule toProto() {
        return dev.supporters.proto.policy.v1.DriverTagRule.newBuilder()
                .setCallTag(callTag)
                .setDriverTag(driverTag)
                .setForbidden(forbidden)
                .build();
    }
}
