package dev.supporters.testkit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.OutboxRelay;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.bson.Document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** A store of toy aggregates that end, in a database of its own: stays of guests in rooms, whose bills may change afterwards. */
final class StayStore {

    /** A stay of a guest. */
    record Stay(String room, int bill, Optional<Instant> end) {

        Stay charged(int amount) {
            return new Stay(room, bill + amount, end);
        }
    }

    private static final class StayMapper implements StateMapper<Stay> {

        @Override
        public Document write(Stay stay) {
            Document document = new Document("room", stay.room()).append("bill", stay.bill());
            stay.end().ifPresent(end -> document.append("end", StoredFields.stored(end)));
            return document;
        }

        @Override
        public Stay read(Document state) {
            StoredFields fields = StoredFields.of("stays", state);
            return new Stay(fields.text("room"), fields.integer("bill"), fields.findInstant("end"));
        }
    }

    static final CollectionSpec<Stay> STAYS =
            CollectionSpec.of("stays", new StayMapper())
                    .index("bill", "bill", Query.ID)
                    .uniqueIndex("room", "room")
                    .archivedBy("end");
    static final Query BY_BILL = Query.atMost(10).ascending("bill", Query.ID);

    final TestClock clock = new TestClock();
    final RecordingSender broker = new RecordingSender();
    final MongoDatabase database;
    final AggregateStore<Stay> stays;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    StayStore(TestStore store, ExecutorService threads) {
        database = store.database();
        stays =
                store.open(
                        STAYS,
                        clock,
                        database,
                        new OutboxRelay(
                                broker,
                                clock,
                                threads,
                                new SimpleMeterRegistry(),
                                TestStore.OUTBOX),
                        meters);
    }

    Versioned<Stay> put(String id, String room, int bill, Optional<Instant> end) {
        return stays.change(
                id, "", (current, version) -> Optional.of(Change.to(new Stay(room, bill, end))));
    }

    /** A stay that ends now. */
    Versioned<Stay> putEnded(String id, String room, int bill) {
        return put(id, room, bill, Optional.of(clock.instant()));
    }

    Versioned<Stay> charge(String id, String cause) {
        return stays.change(
                id, cause, (current, version) -> current.map(stay -> Change.to(stay.charged(1))));
    }

    /** Of one that is there. */
    Stay stay(String id) {
        return stays.find(id).orElseThrow().value();
    }

    void archiveAll() {
        clock.advance(TestStore.ARCHIVED_AFTER);
        clock.tick();
    }

    static Callable<Boolean> ticks(TestClock clock) {
        return () -> {
            clock.tick();
            return true;
        };
    }

    MongoCollection<Document> working() {
        return database.getCollection("stays");
    }

    MongoCollection<Document> archive() {
        return database.getCollection("stays_archive");
    }

    List<String> workingIds() {
        return ids(working());
    }

    List<String> archivedIds() {
        return ids(archive());
    }

    double archivedDocuments() {
        return count("supporters_store_archived_documents_total");
    }

    double count(String name) {
        return meters.get(name).tag("collection", "stays").counter().count();
    }

    private static List<String> ids(MongoCollection<Document> collection) {
        return collection.find().map(document -> document.getString("_id")).into(new ArrayList<>());
    }
}
