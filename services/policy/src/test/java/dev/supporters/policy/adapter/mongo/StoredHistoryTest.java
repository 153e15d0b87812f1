package dev.supporters.policy.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.policy.revision.PolicyHistoryRepository;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class StoredHistoryTest extends StoredDocumentsContract<PolicyRevision> {

    @AutoClose private final TestStore store = new TestStore();

    @Override
    protected CollectionSpec<PolicyRevision> spec() {
        return PolicyStores.HISTORY;
    }

    @Override
    protected Map<String, PolicyRevision> values() {
        return Map.of(
                "first", StoredRevisions.FIRST,
                "replaced", StoredRevisions.THIRD,
                "all-parts", StoredRevisions.FOURTH,
                "effective-time", StoredRevisions.SIXTH,
                "join", StoredRevisions.SEVENTH,
                "abuse", StoredRevisions.EIGHTH,
                "abuse-over-a-week", StoredRevisions.ELEVENTH,
                "driver-tags", StoredRevisions.NINTH,
                "calls", StoredRevisions.TENTH,
                "with-reason", StoredRevisions.WITH_REASON);
    }

    /** Form 1 was written past the store of aggregates, with fields of its own beside the state. */
    @Test
    void findsVersionsThatWereStoredInFormOne() throws IOException {
        // Given
        MongoDatabase database = store.database();
        TestClock clock = new TestClock();
        PolicyHistoryRepository history =
                PolicyStores.history(store.open(PolicyStores.HISTORY, clock, database));
        database.getCollection("policy_history")
                .insertOne(
                        new Document("_id", "DRIVER/seoul@1")
                                .append("key", "DRIVER/seoul")
                                .append("version", 1L)
                                .append("requestId", "r1")
                                .append("state", formOne("first")));

        // When
        history.add(StoredRevisions.FIRST);
        history.add(StoredRevisions.SECOND);

        // Then
        findsBoth(history);
        clock.tick();
        findsBoth(history);
        assertThat(database.getCollection("policy_history").find(new Document("form", 6)))
                .hasSize(2);
    }

    private static void findsBoth(PolicyHistoryRepository history) {
        assertThat(history.before(StoredRevisions.FIRST.key(), 3, 10))
                .containsExactly(StoredRevisions.SECOND, StoredRevisions.FIRST);
        assertThat(history.before(StoredRevisions.FIRST.key(), 3, 1))
                .containsExactly(StoredRevisions.SECOND);
        assertThat(history.findByRequest(StoredRevisions.FIRST.key(), "r1"))
                .contains(StoredRevisions.FIRST);
        assertThat(history.findByRequest(StoredRevisions.FIRST.key(), "r9")).isEmpty();
    }

    private static Document formOne(String value) throws IOException {
        Path file =
                Path.of("src", "test", "resources", "golden", "policy_history", "v1")
                        .resolve(value + ".json");
        return Document.parse(Files.readString(file));
    }
}
