package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.presence.Presence;
import dev.supporters.activity.presence.WorkId;
import dev.supporters.platform.store.StateMapper;

import org.bson.Document;

import java.time.Instant;

/** A presence as a document. No coordinates: where a driver is, is nobody's business here. */
public final class PresenceMapper implements StateMapper<Presence> {

    @Override
    public Document write(Presence presence) {
        Document state =
                new Document("workId", presence.workId().value())
                        .append("newestPosition", presence.newestPosition().toString());
        return switch (presence) {
            case Presence.Reachable reachable ->
                    state.append("contact", reachable.contact().toString());
            case Presence.Unreachable unreachable ->
                    state.append("unreachableSince", unreachable.since().toString());
        };
    }

    @Override
    public Presence read(Document state) {
        WorkId workId = new WorkId(state.getString("workId"));
        Instant newestPosition = Instant.parse(state.getString("newestPosition"));
        if (state.containsKey("unreachableSince")) {
            return new Presence.Unreachable(
                    workId, Instant.parse(state.getString("unreachableSince")), newestPosition);
        }
        return new Presence.Reachable(
                workId, Instant.parse(state.getString("contact")), newestPosition);
    }
}
