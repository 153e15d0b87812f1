package dev.supporters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class EmbeddedStoreTest {

    @AutoClose private final EmbeddedStore store = EmbeddedStore.start(0);

    @AutoClose private final MongoClient client = MongoClients.create(store.connectionString());

    private final MongoCollection<Document> slots =
            client.getDatabase("test").getCollection("slots");

    @BeforeEach
    void fill() {
        slots.createIndex(Indexes.ascending("state.tags", "_id"), new IndexOptions().name("tags"));
        slots.insertMany(
                List.of(
                        slot("a", "red", "blue"),
                        slot("b", "red"),
                        slot("c", "green"),
                        new Document("_id", "d")));
        slots.createIndex(Indexes.ascending("state.city"), new IndexOptions().name("city"));
    }

    @Test
    void findsByAnOrdinaryIndexWhateverElseIsAsked() {
        assertThat(ids(Filters.eq("state.tags", "red"))).containsExactly("a", "b");
        assertThat(ids(tagged("red").append("_id", new Document("$gt", "a")))).containsExactly("b");
        assertThat(ids(tagged("red").append("version", 7))).isEmpty();
        assertThat(ids(Filters.in("state.tags", "blue", "green"))).containsExactly("a", "c");
        assertThat(ids(Filters.eq("state.tags", null))).containsExactly("d");
        assertThat(ids(Filters.eq("state.city", "Seoul"))).containsExactly("a", "b", "c");
    }

    @Test
    void anIndexFollowsChangesAndDeletions() {
        slots.updateOne(Filters.eq("_id", "a"), Updates.set("state.tags", List.of("green")));
        slots.deleteOne(new Document("_id", "c").append("version", 1L));
        slots.insertOne(slot("e", "red"));

        assertThat(ids(Filters.eq("state.tags", "red"))).containsExactlyInAnyOrder("b", "e");
        assertThat(ids(Filters.eq("state.tags", "green"))).containsExactly("a");
        assertThat(ids(Filters.eq("state.tags", "blue"))).isEmpty();
    }

    @Test
    void aChangeIsGuardedByTheVersion() {
        Document guard = new Document("_id", "a").append("version", 1L);

        assertThat(slots.findOneAndUpdate(guard, Updates.inc("version", 1L))).isNotNull();
        assertThat(slots.findOneAndUpdate(guard, Updates.inc("version", 1L))).isNull();
    }

    @Test
    void aDroppedIndexIsInNoListAndCanBeMadeAnew() {
        slots.dropIndex("city");
        assertThat(indexes()).containsExactly("_id_", "tags");

        slots.createIndex(Indexes.ascending("state.town"), new IndexOptions().name("city"));
        assertThat(indexes()).containsExactly("_id_", "tags", "city");
    }

    @Test
    void aCollectionCanBeDroppedAndMadeAnew() {
        slots.drop();
        slots.insertOne(slot("a", "red"));

        assertThat(ids(new Document())).containsExactly("a");
    }

    private List<String> indexes() {
        return slots.listIndexes().map(i -> i.getString("name")).into(new ArrayList<>());
    }

    private List<String> ids(Bson filter) {
        return slots.find(filter).map(d -> d.getString("_id")).into(new ArrayList<>());
    }

    private static Document tagged(String tag) {
        return new Document("state.tags", tag);
    }

    private static Document slot(String id, String... tags) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("state", new Document("tags", List.of(tags)).append("city", "Seoul"));
    }
}
