package dev.supporters.call.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.call.erasure.Erasure;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

/** Erasures as documents. */
final class ErasureMapper implements StateMapper<Erasure> {

    static final String TIME = "time";

    private static final String PSEUDONYM = "pseudonym";

    @Override
    public Document write(Erasure erasure) {
        Document state =
                new Document("requestId", erasure.requestId())
                        .append("actor", erasure.actor())
                        .append("reason", erasure.reason())
                        .append(TIME, stored(erasure.time()))
                        .append("calls", erasure.calls());
        return erasure.finished() ? state : state.append(PSEUDONYM, erasure.pseudonym());
    }

    @Override
    public Erasure read(Document state) {
        StoredFields fields = StoredFields.of("erasures", state);
        return new Erasure(
                fields.text("requestId"),
                fields.text("actor"),
                fields.text("reason"),
                fields.instant(TIME),
                fields.integer("calls"),
                fields.textOrEmpty(PSEUDONYM));
    }
}
