package dev.supporters.zone.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.zone.plan.PlannedZones;
import dev.supporters.zone.plan.ZoneMessages;
import dev.supporters.zone.plan.ZonePlanRepository;
import dev.supporters.zone.region.ZoneKey;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Plans in two collections: the newest with its outbox, and those that were replaced. */
final class MongoZonePlanRepository implements ZonePlanRepository {

    private final AggregateStore<PlannedZones> zones;
    private final AggregateStore<PlannedZones> plans;
    private final ZoneMessages messages;

    MongoZonePlanRepository(
            AggregateStore<PlannedZones> zones,
            AggregateStore<PlannedZones> plans,
            ZoneMessages messages) {
        this.zones = zones;
        this.plans = plans;
        this.messages = messages;
    }

    @Override
    public Optional<Versioned<PlannedZones>> newest(ZoneKey key) {
        return zones.find(key.id());
    }

    @Override
    public Optional<PlannedZones> record(ZoneKey key, long version) {
        return newest(key)
                .filter(found -> found.version() == version)
                .or(() -> plans.find(recordId(key, version)))
                .map(Versioned::value);
    }

    @Override
    public boolean replace(Optional<Versioned<PlannedZones>> before, PlannedZones next) {
        before.ifPresent(this::keep);
        long version = before.map(Versioned::version).orElse(0L) + 1;
        AtomicBoolean replaced = new AtomicBoolean();
        zones.react(
                next.key().id(),
                "",
                (current, nextVersion) -> {
                    // decided again after a lost race: then the plan was made from an older one
                    replaced.set(nextVersion == version);
                    return replaced.get()
                            ? Optional.of(Change.to(next, messages.planned(next, version)))
                            : Optional.empty();
                });
        return replaced.get();
    }

    /** The first record of a version stays; all have the same contents. */
    private void keep(Versioned<PlannedZones> replaced) {
        plans.react(
                recordId(replaced.value().key(), replaced.version()),
                "",
                (current, version) ->
                        current.isPresent()
                                ? Optional.empty()
                                : Optional.of(Change.to(replaced.value())));
    }

    private static String recordId(ZoneKey key, long version) {
        return key.id() + "@" + version;
    }
}
