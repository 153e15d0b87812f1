package dev.supporters.driver.roster;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.driver.v1.Driver;

/** A profile as the interface registry has it. */
public final class DriverMessages {

    private DriverMessages() {}

    public static Driver driver(Profile profile) {
        Driver.Builder driver =
                Driver.newBuilder()
                        .setDriverId(profile.driverId().value())
                        .setName(profile.name())
                        .setVersion(profile.version())
                        .setCreateTime(Timestamps.of(profile.createTime()));
        profile.memberships().forEach(membership -> driver.addMemberships(membership(membership)));
        return driver.build();
    }

    private static dev.supporters.proto.driver.v1.Membership membership(Membership membership) {
        return dev.supporters.proto.driver.v1.Membership.newBuilder()
                .setProduct(membership.product())
                .setRegion(membership.region())
                .setMode(membership.mode())
                .build();
    }
}
