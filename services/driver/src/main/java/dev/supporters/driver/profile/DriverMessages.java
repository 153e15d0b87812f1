package dev.supporters.driver.profile;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;

/** A profile as the interface registry has it, in answers and on the topic of drivers. */
public final class DriverMessages {

    private static final String PUT = "supporters.driver.put.v1";

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

    static Event put(Profile profile) {
        DriverPut put = DriverPut.newBuilder().setDriver(driver(profile)).build();
        return new Event(
                Topics.DRIVERS,
                profile.driverId().value(),
                PUT,
                DriverEvent.newBuilder().setPut(put).build());
    }

    private static Membership membership(Profile.Membership membership) {
        return Membership.newBuilder()
                .setProduct(membership.product())
                .setRegion(membership.region())
                .setMode(membership.mode())
                .build();
    }
}
