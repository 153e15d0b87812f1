package dev.supporters.driver.roster;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;

/** What the topic of drivers learns. */
final class DriverEvents {

    private static final String PUT = "supporters.driver.put.v1";

    private DriverEvents() {}

    static Event put(Profile profile) {
        DriverPut put = DriverPut.newBuilder().setDriver(DriverMessages.driver(profile)).build();
        return new Event(
                Topics.DRIVERS,
                profile.driverId().value(),
                PUT,
                DriverEvent.newBuilder().setPut(put).build());
    }
}
