package dev.supporters.driver.profile;

import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.ApplicationProtoMapper;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.driver.v1.ModeChange;
import dev.supporters.proto.events.driver.v1.ApplicationChanged;
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
        profile.memberships()
                .forEach(membership ->
                        driver.addMemberships(membership(membership, profile.modes())));
        return driver.build();
    }

    static Event put(Profile profile) {
        return event(profile, DriverPut.newBuilder().setDriver(driver(profile)));
    }

    /** The same, because of what happened to an application last. What was said is not told: it may name people. */
    public static Event put(Profile profile, Application changed) {
        ApplicationChanged application =
                ApplicationChanged.newBuilder()
                        .setApplicationId(
                                new Application.Id(profile.driverId(), changed.number()).toString())
                        .setProduct(changed.product())
                        .setRegion(changed.region())
                        .setState(ApplicationProtoMapper.state(changed.state()))
                        .setStep(ApplicationProtoMapper.kind(changed.last().action()))
                        .setActor(changed.last().actor())
                        .setEventTime(Timestamps.of(changed.since()))
                        .build();
        return event(
                profile,
                DriverPut.newBuilder().setDriver(driver(profile)).setApplication(application));
    }

    /** The same, because a mode was switched. */
    static Event put(Profile profile, ModeHistory.ModeSwitch switched) {
        return event(
                profile,
                DriverPut.newBuilder()
                        .setDriver(driver(profile))
                        .setModeChange(modeChange(switched)));
    }

    public static ModeChange modeChange(ModeHistory.ModeSwitch switched) {
        return ModeChange.newBuilder()
                .setProduct(switched.product())
                .setMode(switched.mode())
                .setActor(switched.actor())
                .setSignalId(switched.signalId())
                .setChangeTime(Timestamps.of(switched.time()))
                .build();
    }

    private static Event event(Profile profile, DriverPut.Builder put) {
        return new Event(
                Topics.DRIVERS,
                profile.driverId().value(),
                PUT,
                DriverEvent.newBuilder().setPut(put).build());
    }

    private static Membership membership(Profile.Membership membership, ModeHistory modes) {
        Membership.Builder message =
                Membership.newBuilder()
                        .setProduct(membership.product())
                        .setRegion(membership.region())
                        .setMode(membership.mode());
        modes.suspended(membership.product())
                .ifPresent(suspension -> message.setSuspendTime(Timestamps.of(suspension.time())));
        return message.build();
    }
}
