package dev.supporters.insight.kpi;

import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.insight.v1.KpiEvent;
import dev.supporters.proto.events.insight.v1.NightCounted;

/** What is told of the figures of nights. */
public final class KpiEvents {

    private static final String COUNTED = "supporters.kpi.counted.v1";

    private KpiEvents() {}

    public static Event counted(CountedNight night) {
        RegionNight key = night.key();
        NightCounted counted =
                NightCounted.newBuilder()
                        .setWindowEnded(night.over())
                        .setKpis(
                                KpiMessages.kpis(
                                        key.businessDate(), night.updateTime(), night.counts()))
                        .addAllZones(KpiMessages.zones(night))
                        .build();
        return new Event(
                Topics.KPIS,
                key.id(),
                COUNTED,
                KpiEvent.newBuilder()
                        .setProduct(key.product())
                        .setRegion(key.region())
                        .setBusinessDate(key.businessDate().toString())
                        .setEventTime(Timestamps.of(night.updateTime()))
                        .setCounted(counted)
                        .build());
    }
}
