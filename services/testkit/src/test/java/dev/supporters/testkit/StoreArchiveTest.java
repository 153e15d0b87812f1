package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.embedded.StoreArchive;

import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;

class StoreArchiveTest {

    @Test
    void aStoreComesBackWithItsDocumentsAndItsUniqueIndexes(@TempDir Path directory) {
        Path file = directory.resolve("store.bson");
        Document document =
                new Document("_id", "a")
                        .append("version", 3L)
                        .append(
                                "state",
                                new Document("callId", "7")
                                        .append("when", Date.from(Instant.ofEpochMilli(5))))
                        .append(
                                "outbox",
                                List.of(new Document("payload", new Binary(new byte[] {1, 2}))));
        try (EmbeddedStore store = EmbeddedStore.start(0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> slots = slots(client);
            slots.createIndex(
                    Indexes.ascending("state.callId"),
                    new IndexOptions().unique(true).sparse(true).name("call"));
            slots.insertOne(document);
            client.getDatabase("other")
                    .getCollection("empty")
                    .createIndex(Indexes.ascending("x"), new IndexOptions().unique(true));
            StoreArchive.dump(store.connectionString(), file);
        }

        try (EmbeddedStore store = EmbeddedStore.start(0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            StoreArchive.restore(store.connectionString(), file);

            assertThat(slots(client).find().first()).isEqualTo(document);
            slots(client).insertOne(new Document("_id", "b"));
            slots(client).insertOne(new Document("_id", "c"));
            assertThatThrownBy(() ->
                            slots(client)
                                    .insertOne(
                                            new Document("_id", "d")
                                                    .append("state", new Document("callId", "7"))))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    private static MongoCollection<Document> slots(MongoClient client) {
        return client.getDatabase("supporters_commander").getCollection("slots");
    }
}
