package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.presence.Presence;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.time.Instant;

/**
 * A presence as a document, without coordinates: nobody needs to know here where a driver is. Times are text, because they are
 * compared with times in memory to the microsecond: a contact that lost its microseconds would look older than itself, and would be
 * stored again and again.
 */
final class PresenceMapper implements StateMapper<Presence> {

    private static final String UNREACHABLE_SINCE = "unreachableSince";

    @Override
    public Document write(Presence presence) {
        Document state =
                new Document("workId", presence.workId().value())
                        .append("newestPosition", presence.newestPosition().toString());
        return switch (presence) {
            case Presence.Reachable reachable ->
                    state.append("contact", reachable.contact().toString());
            case Presence.Unreachable unreachable ->
                    state.append(UNREACHABLE_SINCE, unreachable.since().toString());
        };
    }

    @Override
    public Presence read(Document state) {
        StoredFields fields = StoredFields.of("presences", state);
        WorkId workId = WorkId.ofStored(fields.text("workId"));
        Instant newestPosition = fields.instant("newestPosition");
        return fields.has(UNREACHABLE_SINCE)
                ? new Presence.Unreachable(
                        workId, fields.instant(UNREACHABLE_SINCE), newestPosition)
                : new Presence.Reachable(workId, fields.instant("contact"), newestPosition);
    }
}
