package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredEventsTest extends StoredDocumentsContract<ArchivedEvent> {

    @Override
    protected CollectionSpec<ArchivedEvent> spec() {
        return SettlementStores.EVENTS;
    }

    @Override
    protected Map<String, ArchivedEvent> values() {
        return Map.of(
                "ended",
                ArchivedEvent.of(
                        "e1",
                        WorkEvent.newBuilder()
                                .setWorkId(Night.WORK)
                                .setVersion(4)
                                .setPreviousVersion(2)
                                .setEventTime(Timestamps.of(Night.at(3_600)))
                                .setEnded(WorkEnded.getDefaultInstance())
                                .build()));
    }
}
