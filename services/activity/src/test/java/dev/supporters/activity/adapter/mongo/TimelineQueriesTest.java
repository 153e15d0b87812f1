package dev.supporters.activity.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** As {@link QueriesContract} for a collection without aggregates. */
class TimelineQueriesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @AutoClose private final TestStore store = new TestStore();
    private final MongoDatabase database = store.database();
    private final MongoTimelineRepository timelines = new MongoTimelineRepository(database);

    @Test
    void theDeclaredIndexesAreThere() {
        List<List<String>> there = new ArrayList<>();
        database.getCollection(MongoTimelineRepository.TIMELINE.name())
                .listIndexes()
                .forEach(
                        index -> there.add(List.copyOf(index.get("key", Document.class).keySet())));

        assertThat(there)
                .containsAll(
                        MongoTimelineRepository.TIMELINE.indexes().stream()
                                .map(CollectionSpec.Index::fields)
                                .toList());
    }

    /** The embedded store makes no plans: there it is only asked. */
    @Test
    void noQueryScansTheCollectionOfAServer() {
        check(timelines.documentsAfter(new DriverId("1004550"), DATE, "x", 100));
        check(timelines.documentsBefore(DATE, 100));
    }

    private void check(FindIterable<Document> query) {
        assertThat(query).isEmpty();
        if (store.isServer()) {
            QueriesContract.requireNoScan(query.explain());
        }
    }
}
