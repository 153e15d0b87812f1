package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.presence.Presence;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.Instant;
import java.util.Map;

class StoredPresencesTest extends StoredDocumentsContract<Presence> {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT.plusNanos(250_123_000);
    private static final WorkId WORK = WorkId.ofStored("1004550-driver-2026-11-20");

    @Override
    protected CollectionSpec<Presence> spec() {
        return ActivityStores.PRESENCES;
    }

    @Override
    protected Map<String, Presence> values() {
        return Map.of(
                "reachable", new Presence.Reachable(WORK, NOW, NOW.minusSeconds(1)),
                "unreachable", new Presence.Unreachable(WORK, NOW, NOW.minusSeconds(120)),
                "no-position", new Presence.Reachable(WORK, NOW, Instant.EPOCH));
    }
}
