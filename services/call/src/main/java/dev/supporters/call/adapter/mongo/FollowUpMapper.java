package dev.supporters.call.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.call.life.FollowUp;
import dev.supporters.call.life.FollowUp.Acknowledged;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.life.FollowUp.NotTold;
import dev.supporters.call.life.FollowUp.Parked;
import dev.supporters.call.life.FollowUps;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.util.List;

/** A call's follow-ups in its document, and what they are searched by. */
final class FollowUpMapper {

    /** When the first pending one is due; absent if none is pending. */
    static final String DUE = "followUpDue";

    /** Since when the first parked one is parked; absent if none is. */
    static final String PARKED_SINCE = "parkedSince";

    private static final String ALL = "followUps";
    private static final String KIND = "kind";
    private static final String SINCE = "since";
    private static final String ATTEMPTS = "attempts";
    private static final String DUE_TIME = "due";
    private static final String ACKNOWLEDGED = "acknowledged";
    private static final String PARKED = "parked";
    private static final String REASON = "reason";

    private FollowUpMapper() {}

    static void write(FollowUps followUps, Document document) {
        List<Document> all = followUps.all().stream().map(FollowUpMapper::document).toList();
        document.append(ALL, all);
        followUps.due().ifPresent(due -> document.append(DUE, stored(due)));
        followUps.parkedSince().ifPresent(since -> document.append(PARKED_SINCE, stored(since)));
    }

    static boolean written(StoredFields fields) {
        return fields.has(ALL);
    }

    static FollowUps read(StoredFields fields) {
        return new FollowUps(
                fields.parts(ALL).stream()
                        .map(part -> new FollowUp(part.constant(KIND, Kind.class), status(part)))
                        .toList());
    }

    private static Document document(FollowUp followUp) {
        Document document = new Document(KIND, stored(followUp.kind()));
        return switch (followUp.status()) {
            case NotTold pending ->
                    document.append(SINCE, stored(pending.since()))
                            .append(ATTEMPTS, pending.attempts())
                            .append(DUE_TIME, stored(pending.due()));
            case Acknowledged done -> document.append(ACKNOWLEDGED, stored(done.time()));
            case Parked parked ->
                    document.append(PARKED, stored(parked.since()))
                            .append(ATTEMPTS, parked.attempts())
                            .append(REASON, parked.reason());
        };
    }

    private static FollowUp.Status status(StoredFields part) {
        if (part.has(ACKNOWLEDGED)) {
            return new Acknowledged(part.instant(ACKNOWLEDGED));
        }
        return part.has(PARKED)
                ? new Parked(part.instant(PARKED), part.integer(ATTEMPTS), part.text(REASON))
                : new NotTold(part.instant(SINCE), part.integer(ATTEMPTS), part.instant(DUE_TIME));
    }
}
