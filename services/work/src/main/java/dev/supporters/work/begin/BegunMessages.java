package dev.supporters.work.begin;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.work.shift.Frame;

/** What others must know of a begin: above all the terms of pay, as of now. */
final class BegunMessages {

    private BegunMessages() {}

    static WorkBegun begun(BeginOrder order, WorkPolicy policy, Frame frame) {
        return WorkBegun.newBuilder()
                .setWindowEndTime(Timestamps.of(frame.windowEnd()))
                .setLocation(
                        Point.newBuilder()
                                .setLat(order.position().lat())
                                .setLng(order.position().lng()))
                .setHourlyWage(
                        Money.newBuilder()
                                .setAmount(policy.pay().hourlyWage())
                                .setCurrency(policy.pay().currency()))
                .setRestPaid(policy.pay().restPaid())
                .setPolicyVersion(policy.version())
                .build();
    }
}
