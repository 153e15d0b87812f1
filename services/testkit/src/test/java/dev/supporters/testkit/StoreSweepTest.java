package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.platform.store.Versioned;

import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What happens to aggregates that have ended, and to documents of an older form. */
class StoreSweepTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    @AutoClose
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final StayStore store = new StayStore(STORE, THREADS);

    @Test
    void anEndedAggregateIsArchivedAfterAWhileAndStillFound() {
        store.putEnded("a", "1", 10);
        store.put("live", "2", 20, Optional.empty());
        Versioned<StayStore.Stay> before = store.stays.find("a").orElseThrow();

        store.clock.advance(TestStore.ARCHIVED_AFTER.minusMillis(1));
        store.clock.tick();
        assertThat(store.workingIds()).containsExactly("a", "live");

        store.clock.advance(Duration.ofMillis(1));
        store.clock.tick();
        assertThat(store.workingIds()).containsExactly("live");
        assertThat(store.archivedIds()).containsExactly("a");
        assertThat(store.archivedDocuments()).isEqualTo(1);
        assertThat(store.stays.find("a")).contains(before);
        assertThat(store.stays.findAll(List.of("live", "a", "none")))
                .extracting(Versioned::id)
                .containsExactlyInAnyOrder("live", "a");
        assertThat(store.stays.query(StayStore.BY_BILL))
                .extracting(Versioned::id)
                .containsExactly("live");
        assertThat(store.stays.query(StayStore.BY_BILL.includingArchived()))
                .extracting(Versioned::id)
                .containsExactly("a", "live");
    }

    @Test
    void metricsAreThereFromTheStart() {
        assertThat(store.archivedDocuments()).isZero();
        assertThat(store.count("supporters_store_deleted_documents_total")).isZero();
        assertThat(store.count("supporters_store_sweep_failures_total")).isZero();
    }

    @Test
    void whatIsArchivedIsDeletedWhenItsRetentionIsOver() {
        store.putEnded("a", "1", 10);
        store.clock.advance(TestStore.RETENTION.minusMillis(1));
        store.clock.tick();
        assertThat(store.stays.find("a")).isPresent();

        store.clock.advance(Duration.ofMillis(1));
        store.clock.tick();

        assertThat(store.stays.find("a")).isEmpty();
        assertThat(store.count("supporters_store_deleted_documents_total")).isEqualTo(1);
    }

    @Test
    void whatStillHasEventsToPublishStays() {
        store.broker.down(true);
        store.stays.change(
                "a",
                "",
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        new StayStore.Stay(
                                                "1", 1, Optional.of(store.clock.instant())),
                                        AggregateStoreContract.event(1))));
        store.clock.advance(TestStore.ARCHIVED_AFTER);

        store.clock.tick();

        assertThat(store.workingIds()).containsExactly("a");
        assertThat(store.archivedIds()).isEmpty();
    }

    @Test
    void documentsOfAnOlderFormAreRewrittenSoThatQueriesFindThem() {
        store.working()
                .insertOne(
                        new Document("_id", "old")
                                .append("version", 3L)
                                .append(
                                        "state",
                                        new Document("room", "9")
                                                .append("bill", 5)
                                                .append(
                                                        "end",
                                                        store.clock.instant().toEpochMilli()))
                                .append("outbox", List.of())
                                .append("applied", List.of("r")));
        TestClock later = new TestClock(store.clock.instant().plus(TestStore.ARCHIVED_AFTER));
        AggregateStore<StayStore.Stay> next =
                STORE.open(StayStore.STAYS.storedForm(2), later, store.database);
        assertThat(next.find("old").orElseThrow().value().end()).contains(store.clock.instant());

        later.tick();

        assertThat(store.archivedIds()).containsExactly("old");
        assertThat(store.archive().find().first().get("state", Document.class).get("end"))
                .isEqualTo(StoredFields.stored(store.clock.instant()));
        assertThat(next.find("old").orElseThrow().version()).isEqualTo(3);
    }
}
