package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class StoredTimelineTest extends StoredDocumentsContract<TimelineEntry> {

    @Override
    protected CollectionSpec<TimelineEntry> spec() {
        return MongoTimelineRepository.TIMELINE;
    }

    @Override
    protected Map<String, TimelineEntry> values() {
        return Map.of(
                "call", entry("golden-call", "CALL_ACCEPTED", Optional.of(new CallId("254137"))),
                "work", entry("golden-work", "WORK_BEGUN", Optional.empty()));
    }

    private static TimelineEntry entry(String id, String action, Optional<CallId> callId) {
        return new TimelineEntry(
                id,
                new DriverId("1004550"),
                WorkId.ofStored("1004550-driver-2026-11-20"),
                Instant.parse("2026-11-20T12:30:00.123456789Z"),
                action,
                callId);
    }
}
