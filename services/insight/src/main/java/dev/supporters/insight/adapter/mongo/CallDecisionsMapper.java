package dev.supporters.insight.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.CallDecisions;
import dev.supporters.insight.decision.CallDecisions.KeptDecision;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.events.routing.v1.CallRouted;

import org.bson.Document;

/** The decisions about a call as a document. */
final class CallDecisionsMapper implements StateMapper<CallDecisions> {

    static final String NEWEST = "newest";

    @Override
    public Document write(CallDecisions decisions) {
        return new Document("callId", decisions.callId().value())
                .append(NEWEST, stored(decisions.newest()))
                .append("kept", decisions.kept().stream().map(CallDecisionsMapper::write).toList());
    }

    @Override
    public CallDecisions read(Document document) {
        StoredFields fields = StoredFields.of("decisions", document);
        return new CallDecisions(
                new CallId(fields.text("callId")),
                fields.parts("kept").stream().map(CallDecisionsMapper::kept).toList());
    }

    private static Document write(KeptDecision kept) {
        return new Document("event", kept.eventId())
                .append("record", StoredRecordMapper.text(kept.record()));
    }

    private static KeptDecision kept(StoredFields fields) {
        return new KeptDecision(
                fields.text("event"),
                StoredRecordMapper.read("decisions", fields.text("record"), CallRouted.parser()));
    }
}
