package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.OutboxRelay;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What happens to aggregates that have ended, and to documents of an older form. */
class StoreSweepTest {

    /** A toy aggregate that ends: a stay of a guest in a room; the bill may change afterwards. */
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

    private static final CollectionSpec<Stay> STAYS =
            CollectionSpec.of("stays", new StayMapper())
                    .index("bill", "bill", Query.ID)
                    .uniqueIndex("room", "room")
                    .archivedBy("end");
    private static final Query BY_BILL = Query.atMost(10).ascending("bill", Query.ID);

    @AutoClose private static final TestStore STORE = new TestStore();

    @AutoClose
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final MongoDatabase database = STORE.database();
    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecordingSender broker = new RecordingSender();
    private final AggregateStore<Stay> stays =
            STORE.open(
                    STAYS,
                    clock,
                    database,
                    new OutboxRelay(broker, clock, THREADS, new SimpleMeterRegistry()),
                    meters);

    @Test
    void anEndedAggregateIsArchivedAfterAWhileAndStillFound() {
        put("a", "1", 10, Optional.of(clock.instant()));
        put("live", "2", 20, Optional.empty());
        Versioned<Stay> before = stays.find("a").orElseThrow();

        clock.advance(TestStore.ARCHIVED_AFTER.minusMillis(1));
        clock.tick();
        assertThat(ids(working())).containsExactly("a", "live");

        clock.advance(Duration.ofMillis(1));
        clock.tick();
        assertThat(ids(working())).containsExactly("live");
        assertThat(ids(archive())).containsExactly("a");
        assertThat(archivedDocuments()).isEqualTo(1);
        assertThat(stays.find("a")).contains(before);
        assertThat(stays.findAll(List.of("live", "a", "none")))
                .extracting(Versioned::id)
                .containsExactlyInAnyOrder("live", "a");
        assertThat(stays.query(BY_BILL)).extracting(Versioned::id).containsExactly("live");
        assertThat(stays.query(BY_BILL.includingArchived()))
                .extracting(Versioned::id)
                .containsExactly("a", "live");
    }

    @Test
    void metricsAreThereFromTheStart() {
        assertThat(archivedDocuments()).isZero();
        assertThat(count("supporters_store_deleted_documents_total")).isZero();
        assertThat(count("supporters_store_sweep_failures_total")).isZero();
    }

    @Test
    void whatIsArchivedIsDeletedWhenItsRetentionIsOver() {
        put("a", "1", 10, Optional.of(clock.instant()));
        clock.advance(TestStore.RETENTION.minusMillis(1));
        clock.tick();
        assertThat(stays.find("a")).isPresent();

        clock.advance(Duration.ofMillis(1));
        clock.tick();

        assertThat(stays.find("a")).isEmpty();
        assertThat(count("supporters_store_deleted_documents_total")).isEqualTo(1);
    }

    @Test
    void whatStillHasEventsToPublishStays() {
        broker.down(true);
        stays.change(
                "a",
                "",
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        new Stay("1", 1, Optional.of(clock.instant())),
                                        AggregateStoreContract.event(1))));
        clock.advance(TestStore.ARCHIVED_AFTER);

        clock.tick();

        assertThat(ids(working())).containsExactly("a");
        assertThat(ids(archive())).isEmpty();
    }

    @Test
    void anArchivedAggregateThatChangesIsAWorkingOneAgainAndRemembersItsCauses() {
        stays.change(
                "a",
                "request-1",
                (current, version) ->
                        Optional.of(Change.to(new Stay("1", 1, Optional.of(clock.instant())))));
        archiveAll();

        Versioned<Stay> repeated = charge("a", "request-1");
        assertThat(repeated.repeated()).isTrue();
        assertThat(ids(archive())).containsExactly("a");

        Versioned<Stay> revived = charge("a", "request-2");
        assertThat(revived.version()).isEqualTo(2);
        assertThat(revived.value().bill()).isEqualTo(2);
        assertThat(ids(working())).containsExactly("a");
        assertThat(ids(archive())).isEmpty();
        assertThat(charge("a", "request-1").repeated()).isTrue();
        assertThat(charge("a", "request-2").repeated()).isTrue();

        clock.tick();
        assertThat(ids(working())).containsExactly("a");
        archiveAll();
        assertThat(ids(working())).isEmpty();
    }

    @Test
    void nothingThatIsDecidedAboutAnArchivedAggregateLeavesItThere() {
        put("a", "1", 10, Optional.of(clock.instant()));
        archiveAll();

        assertThat(stays.react("a", "", (current, version) -> Optional.empty())).isPresent();

        assertThat(ids(archive())).containsExactly("a");
        assertThat(ids(working())).isEmpty();
    }

    @Test
    void anArchivedAggregateDoesNotKeepAUniqueValueTaken() {
        put("a", "1", 10, Optional.of(clock.instant()));
        archiveAll();
        put("b", "1", 20, Optional.empty());

        assertThatThrownBy(() -> charge("a", "")).isInstanceOf(DuplicateKey.class);
        assertThat(stays.find("a").orElseThrow().value().bill()).isEqualTo(10);
    }

    @Test
    void aProcessThatDiesBetweenCopyAndDeleteLeavesAStaleCopyThatHarmsNobody() {
        put("a", "1", 10, Optional.of(clock.instant()));
        archive().insertOne(working().find().first());
        charge("a", "");

        assertThat(stays.find("a").orElseThrow().value().bill()).isEqualTo(11);
        assertThat(stays.query(BY_BILL.includingArchived()))
                .extracting(found -> found.value().bill())
                .containsExactly(11);

        archiveAll();
        assertThat(ids(working())).isEmpty();
        assertThat(stays.find("a").orElseThrow().value().bill()).isEqualTo(11);
    }

    @RepeatedTest(10)
    void twoProcessesArchiveTogether() {
        TestClock clockOfTheOther = new TestClock();
        STORE.open(STAYS, clockOfTheOther, database);
        for (int i = 0; i < 20; i++) {
            put("s" + i, "" + i, i, Optional.of(clock.instant()));
        }
        clock.advance(TestStore.ARCHIVED_AFTER);
        clockOfTheOther.advance(TestStore.ARCHIVED_AFTER);

        Race.run(ticks(clock), ticks(clockOfTheOther));

        assertThat(ids(working())).isEmpty();
        assertThat(ids(archive())).hasSize(20);
    }

    @RepeatedTest(10)
    void aChangeDuringArchivingIsNotLost() {
        for (int i = 0; i < 20; i++) {
            put("s" + i, "" + i, 0, Optional.of(clock.instant()));
        }
        clock.advance(TestStore.ARCHIVED_AFTER);

        Race.run(
                ticks(clock),
                () -> {
                    for (int i = 0; i < 20; i++) {
                        charge("s" + i, "");
                    }
                    return true;
                });

        for (int i = 0; i < 20; i++) {
            Versioned<Stay> stay = stays.find("s" + i).orElseThrow();
            assertThat(stay.version()).isEqualTo(2);
            assertThat(stay.value().bill()).isEqualTo(1);
        }
    }

    @RepeatedTest(10)
    void ofManyWhoReviveEveryoneCountsOnce() {
        put("a", "1", 0, Optional.of(clock.instant()));
        archiveAll();
        Callable<Long> charge = () -> charge("a", "").version();

        List<Long> versions = Race.run(charge, charge, charge, charge);

        assertThat(versions).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        assertThat(stays.find("a").orElseThrow().value().bill()).isEqualTo(4);
        assertThat(ids(archive())).isEmpty();
    }

    @Test
    void documentsOfAnOlderFormAreRewrittenSoThatQueriesFindThem() {
        working()
                .insertOne(
                        new Document("_id", "old")
                                .append("version", 3L)
                                .append(
                                        "state",
                                        new Document("room", "9")
                                                .append("bill", 5)
                                                .append("end", clock.instant().toEpochMilli()))
                                .append("outbox", List.of())
                                .append("applied", List.of("r")));
        TestClock later = new TestClock(clock.instant().plus(TestStore.ARCHIVED_AFTER));
        AggregateStore<Stay> next = STORE.open(STAYS.storedForm(2), later, database);
        assertThat(next.find("old").orElseThrow().value().end()).contains(clock.instant());

        later.tick();

        assertThat(ids(archive())).containsExactly("old");
        assertThat(archive().find().first().get("state", Document.class).get("end"))
                .isEqualTo(StoredFields.stored(clock.instant()));
        assertThat(next.find("old").orElseThrow().version()).isEqualTo(3);
    }

    private Versioned<Stay> put(String id, String room, int bill, Optional<Instant> end) {
        return stays.change(
                id, "", (current, version) -> Optional.of(Change.to(new Stay(room, bill, end))));
    }

    private Versioned<Stay> charge(String id, String cause) {
        return stays.change(
                id, cause, (current, version) -> current.map(stay -> Change.to(stay.charged(1))));
    }

    private void archiveAll() {
        clock.advance(TestStore.ARCHIVED_AFTER);
        clock.tick();
    }

    private static Callable<Boolean> ticks(TestClock clock) {
        return () -> {
            clock.tick();
            return true;
        };
    }

    private MongoCollection<Document> working() {
        return database.getCollection("stays");
    }

    private MongoCollection<Document> archive() {
        return database.getCollection("stays_archive");
    }

    private static List<String> ids(MongoCollection<Document> collection) {
        return collection.find().map(document -> document.getString("_id")).into(new ArrayList<>());
    }

    private double archivedDocuments() {
        return count("supporters_store_archived_documents_total");
    }

    private double count(String name) {
        return meters.get(name).tag("collection", "stays").counter().count();
    }
}
