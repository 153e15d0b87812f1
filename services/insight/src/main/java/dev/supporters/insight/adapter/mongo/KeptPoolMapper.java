package dev.supporters.insight.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.KeptPool;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.events.routing.v1.PoolSolved;

import org.bson.Document;

/** A choice for held calls as a document. */
final class KeptPoolMapper implements StateMapper<KeptPool> {

    static final String CALLS = "calls";
    static final String TIME = "time";

    @Override
    public Document write(KeptPool pool) {
        return new Document("event", pool.eventId())
                .append(CALLS, pool.calls().stream().map(CallId::value).toList())
                .append(TIME, stored(pool.time()))
                .append("record", StoredRecordMapper.text(pool.record()));
    }

    @Override
    public KeptPool read(Document document) {
        StoredFields fields = StoredFields.of("pools", document);
        return new KeptPool(
                fields.text("event"),
                StoredRecordMapper.read("pools", fields.text("record"), PoolSolved.parser()));
    }
}
