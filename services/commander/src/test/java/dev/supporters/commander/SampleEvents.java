package dev.supporters.commander;

import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.work;

import com.google.protobuf.Message;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;

/** Events of the topics of works and drivers to test with. */
final class SampleEvents {

    private SampleEvents() {}

    static WorkEvent.Builder begun(String driver) {
        return workEvent(driver, 1)
                .setBegun(WorkBegun.newBuilder().setWindowEndTime(Timestamps.of(WINDOW_END)));
    }

    static WorkEvent.Builder workEvent(String driver, long version) {
        return WorkEvent.newBuilder()
                .setDriverId(driver)
                .setWorkId(work(driver).value())
                .setBusinessDate(Samples.BUSINESS_DATE.toString())
                .setProduct(Product.PRODUCT_DRIVER)
                .setVersion(version)
                .setEventTime(Timestamps.of(Samples.NOW.plusSeconds(version)));
    }

    /** A profile without a membership. */
    static Event removed(String driver) {
        return new Event(
                Topics.DRIVERS,
                driver,
                "supporters.driver.put.v1",
                DriverEvent.newBuilder()
                        .setPut(
                                DriverPut.newBuilder()
                                        .setDriver(
                                                Driver.newBuilder()
                                                        .setDriverId(driver)
                                                        .setVersion(2)))
                        .build());
    }

    static Event event(String driver, Message payload) {
        return new Event(Topics.WORK, driver, "supporters.work.test.v1", payload);
    }
}
