package dev.supporters.insight.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.CallDecisions;
import dev.supporters.insight.decision.CallDecisions.KeptDecision;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.events.routing.v1.CallRouted;

import org.bson.Document;

import java.util.Base64;

/** The decisions about a call as a document. Records are kept as they travel, in Base64, so that nothing of them is lost. */
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
                .append("record", Base64.getEncoder().encodeToString(kept.record().toByteArray()));
    }

    private static KeptDecision kept(StoredFields fields) {
        String record = fields.text("record");
        try {
            return new KeptDecision(
                    fields.text("event"), CallRouted.parseFrom(Base64.getDecoder().decode(record)));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("decisions: kept.record (expected: a record)", e);
        }
    }
}
