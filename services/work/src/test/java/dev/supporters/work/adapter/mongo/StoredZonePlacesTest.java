package dev.supporters.work.adapter.mongo;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.work.begin.ZonePlaces;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

class StoredZonePlacesTest extends StoredDocumentsContract<ZonePlaces> {

    private static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");

    @Override
    protected CollectionSpec<ZonePlaces> spec() {
        return WorkStores.PLACES;
    }

    @Override
    protected Map<String, ZonePlaces> values() {
        SequencedMap<WorkId, Instant> taken = new LinkedHashMap<>();
        taken.put(
                WorkId.ofStored("1004550-driver-2026-11-20"),
                Instant.parse("2026-11-20T12:30:00.250Z"));
        taken.put(
                WorkId.ofStored("1004551-driver-2026-11-20"),
                Instant.parse("2026-11-20T12:31:00Z"));
        return Map.of(
                "free", new ZonePlaces(WINDOW_END, new LinkedHashMap<>()),
                "taken", new ZonePlaces(WINDOW_END, taken));
    }
}
