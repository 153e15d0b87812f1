package dev.supporters.work.adapter.kafka;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.Position;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.work.begin.ActiveZonesProvider;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest zones, in memory. Nobody waits for them: until they are read, the region applies. */
@ApplicationScoped
class ActiveZonesFollower implements ActiveZonesProvider {

    private final Events events;
    private final Map<String, ActiveZones> newest = new ConcurrentHashMap<>();

    ActiveZonesFollower(Events events) {
        this.events = events;
    }

    @SuppressWarnings("resource") // the platform closes it when the application ends
    void start(@Observes StartupEvent event) {
        events.follow(Topics.ZONES, ZoneEvent.parser(), StartPosition.BEGINNING, this::on);
    }

    @Override
    public Placement place(Product product, String region, Position position, Instant now) {
        return Optional.ofNullable(newest.get(key(product, region)))
                .map(zones -> zones.place(position, now))
                .orElseGet(ActiveZones::noPlan);
    }

    void on(ReceivedEvent<ZoneEvent> received) {
        switch (received.event().getEventCase()) {
            case PLANNED -> {
                ActiveZones zones = ActiveZones.of(received.event().getPlanned().getZones());
                newest.merge(key(zones.product(), zones.region()), zones, ActiveZones::newer);
            }
            case EVENT_NOT_SET -> events.skipped(Topics.ZONES, "unknown");
        }
    }

    private static String key(Product product, String region) {
        return product.name() + "/" + region;
    }
}
