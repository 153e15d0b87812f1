package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.Slots;
import dev.supporters.commander.watch.Watchers;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.MongoDocuments;
import dev.supporters.platform.store.OutboxRelay;
import dev.supporters.testkit.InMemoryDocuments;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import org.bson.Document;

/** Opens slots for tests, through the real mapper. */
public final class InMemorySlots {

    private InMemorySlots() {}

    public static InMemoryDocuments<CallHolder> documents() {
        return new InMemoryDocuments<>(new HolderMapper());
    }

    public static Slots slots(Documents<CallHolder> documents, Watchers watchers) {
        return new DocumentSlots(documents, watchers);
    }

    static Documents<CallHolder> documents(MongoCollection<Document> collection, OutboxRelay relay, Clock clock) {
        return new MongoDocuments<>(collection, new HolderMapper(), relay, clock);
    }
}
