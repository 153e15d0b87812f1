package dev.supporters.load.floor;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** As many documents as there are supporters. Nobody else writes them, so that each update hits at the first attempt. */
@ApplicationScoped
class FloorDocuments {

    private static final int COUNT = 200;
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .returnDocument(ReturnDocument.AFTER)
                    .projection(Projections.include("version"));

    private final MongoCollection<Document> collection;
    private final Queue<FloorDocument> free = new ConcurrentLinkedQueue<>();

    FloorDocuments(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        collection = client.getDatabase(database).getCollection("slots");
    }

    void fill(@Observes StartupEvent event) {
        collection.drop();
        // The embedded store finds by an index only where the filter has exactly the keys of a
        // unique one.
        collection.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().unique(true).name("version"));
        collection.insertMany(
                IntStream.range(0, COUNT)
                        .mapToObj(number ->
                                new Document("_id", "driver-" + number).append("version", 1L))
                        .toList());
        IntStream.range(0, COUNT)
                .forEach(number -> free.add(new FloorDocument("driver-" + number, 1)));
    }

    /** Writes the call into a slot that nobody writes at present. */
    FloorDocument claim(String callId) {
        FloorDocument slot = free.remove();
        Document after =
                collection.findOneAndUpdate(
                        and(eq("_id", slot.driverId()), eq("version", slot.version())),
                        combine(set("state", new Document("callId", callId)), inc("version", 1L)),
                        AFTER);
        if (after == null) {
            throw new IllegalStateException("slot: " + slot + " (expected: nobody else writes it)");
        }
        FloorDocument next = new FloorDocument(slot.driverId(), after.getLong("version"));
        free.add(next);
        return next;
    }
}
