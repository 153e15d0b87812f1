package dev.supporters.settlement.close;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.settlement.v1.BusinessDateChanged;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;

/** What the topic of settlement learns of business dates. */
final class CloseEvents {

    private CloseEvents() {}

    static Event changed(DateClose close) {
        BusinessDate date = close.businessDate();
        BusinessDateChanged changed =
                BusinessDateChanged.newBuilder()
                        .setProduct(date.product())
                        .setRegion(date.region())
                        .setBusinessDate(date.date().toString())
                        .setState(CloseProtoMapper.state(close))
                        .setActor(close.actor())
                        .build();
        return new Event(
                Topics.SETTLEMENT,
                date.id(),
                "supporters.settlement.business_date_changed.v1",
                SettlementEvent.newBuilder()
                        .setEventTime(Timestamps.of(close.closeTime().orElse(close.beginTime())))
                        .setBusinessDateChanged(changed)
                        .build());
    }
}
