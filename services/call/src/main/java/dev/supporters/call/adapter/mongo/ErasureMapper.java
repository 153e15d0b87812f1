package dev.supporters.call.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.call.erasure.Erasure;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.util.List;

/** Erasures as documents. */
final class ErasureMapper implements StateMapper<Erasure> {

    static final String TIME = "time";

    private static final String PSEUDONYM = "pseudonym";
    private static final String EARLIER = "earlier";

    @Override
    public Document write(Erasure erasure) {
        Document state =
                new Document("requestId", erasure.requestId())
                        .append("actor", erasure.actor())
                        .append("reason", erasure.reason())
                        .append(TIME, stored(erasure.time()))
                        .append("calls", erasure.calls());
        if (!erasure.earlier().isEmpty()) {
            state.append(EARLIER, erasure.earlier().stream().map(ErasureMapper::write).toList());
        }
        return erasure.finished() ? state : state.append(PSEUDONYM, erasure.pseudonym());
    }

    private static Document write(Erasure.Answer answer) {
        return new Document("requestId", answer.requestId())
                .append(TIME, stored(answer.time()))
                .append("calls", answer.calls());
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
                fields.textOrEmpty(PSEUDONYM),
                fields.has(EARLIER)
                        ? fields.parts(EARLIER).stream().map(ErasureMapper::answer).toList()
                        : List.of());
    }

    private static Erasure.Answer answer(StoredFields fields) {
        return new Erasure.Answer(
                fields.text("requestId"), fields.instant(TIME), fields.integer("calls"));
    }
}
