package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;

import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.CallDeadline;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.MongoAggregateStore;
import dev.supporters.platform.store.Outbox;
import dev.supporters.platform.store.OutboxRelay;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;

import io.grpc.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class MongoAggregateStoreTest extends AggregateStoreContract {

    @AutoClose private static final TestStore STORE = new TestStore();

    private final RecordingSender broker = new RecordingSender();
    private final TestClock clock = new TestClock();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OutboxRelay relay = relay(clock);
    private final MongoDatabase database = STORE.database();

    @Override
    protected AggregateStore<Purse> create() {
        return STORE.open(PURSES, clock, database, relay, new SimpleMeterRegistry());
    }

    @Override
    protected List<Long> published() {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(
                                        database.getCollection(PURSES.name())
                                                .countDocuments(Filters.exists("outbox.id")))
                                .isZero());
        return broker.sent().stream().map(MongoAggregateStoreTest::amount).toList();
    }

    @Test
    void takesPublishedEventsOutOfTheOutbox() {
        AggregateStore<Purse> purses = create();

        purses.change(
                "a",
                "",
                (current, version) -> Optional.of(Change.to(new Purse("ann", 7), event(7))));

        Awaitility.await().untilAsserted(() -> assertThat(outbox()).isEmpty());
        assertThat(published()).containsExactly(7L);
    }

    @Test
    void aChangeOfWhatThisProcessWroteLastDoesNotReadBefore() {
        AggregateStore<Purse> purses = create();
        add(purses, 1);

        // When nothing can be read any more but what is changed
        database.getCollection(PURSES.name())
                .updateOne(Filters.eq("_id", "a"), Updates.set("state.amount", "unreadable"));

        assertThat(add(purses, 2).value().amount()).isEqualTo(3);
        assertThat(purses.find("a").orElseThrow().value().amount()).isEqualTo(3);
    }

    @Test
    void whatAnotherProcessHasChangedSinceIsReadBeforeTheNextChange() {
        AggregateStore<Purse> purses = create();
        AggregateStore<Purse> elsewhere = create();
        add(purses, 1);
        add(elsewhere, 10);

        assertThat(add(purses, 2).value().amount()).isEqualTo(13);
        assertThat(add(elsewhere, 20).value().amount()).isEqualTo(33);
        assertThat(published()).containsExactlyInAnyOrder(1L, 11L, 13L, 33L);
    }

    @Test
    void aRefusalIsNeverDecidedOnWhatThisProcessWroteLast() {
        AggregateStore<Purse> purses = create();
        AggregateStore<Purse> elsewhere = create();
        add(purses, 5);
        add(elsewhere, 5);

        // When a decision refuses a purse of five, which this process remembers
        Versioned<Purse> changed =
                purses.change(
                        "a",
                        "",
                        (current, version) -> {
                            if (current.orElseThrow().amount() == 5) {
                                throw new IllegalStateException("five");
                            }
                            return Optional.of(Change.to(new Purse("ann", 0)));
                        });

        assertThat(changed.version()).isEqualTo(3);
    }

    @Test
    void aRequestThatAnotherProcessHasDoneIsNotDoneAgain() {
        AggregateStore<Purse> purses = create();
        AggregateStore<Purse> elsewhere = create();
        add(purses, 1);
        add(elsewhere, 2, "request");

        assertThat(add(purses, 2, "request").repeated()).isTrue();
        assertThat(purses.find("a").orElseThrow().value().amount()).isEqualTo(3);
    }

    @Test
    void whatABrokerThatWasDownDidNotTakeIsPublishedByTheSweepOnceAndInOrder() {
        AggregateStore<Purse> purses = create();
        broker.down(true);
        purses.change(
                "a",
                "",
                (current, version) -> Optional.of(Change.to(new Purse("ann", 1), event(1))));
        purses.change(
                "a",
                "",
                (current, version) -> Optional.of(Change.to(new Purse("ann", 2), event(2))));
        broker.down(false);

        Awaitility.await()
                .untilAsserted(() -> {
                    clock.tick();
                    assertThat(outbox()).isEmpty();
                });
        assertThat(published()).containsExactly(1L, 2L);
    }

    @Test
    void aRelayThatWasKilledBetweenWriteAndPublishIsMadeUpForByTheNextOne() {
        // Given a process that dies after its write: its relay never publishes
        broker.down(true);
        AggregateStore<Purse> purses = create();
        purses.change(
                "a",
                "",
                (current, version) -> Optional.of(Change.to(new Purse("ann", 1), event(1))));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(meters.counter("supporters_outbox_failures_total").count())
                                .isEqualTo(1));
        broker.down(false);

        // When another process starts on the same collection
        TestClock clockOfTheNext = new TestClock();
        OutboxRelay next = relay(clockOfTheNext);
        AggregateStore<Purse> ofTheNext =
                STORE.open(PURSES, clockOfTheNext, database, next, new SimpleMeterRegistry());
        clockOfTheNext.tick();

        // Then
        Awaitility.await().untilAsserted(() -> assertThat(outbox()).isEmpty());
        assertThat(published()).containsExactly(1L);
        assertThat(ofTheNext.find("a").orElseThrow().value().amount()).isEqualTo(1);
    }

    @Test
    void aDocumentThatCannotBeReadKeepsNoOtherOutOfAList() {
        // Given
        SimpleMeterRegistry ownMeters = new SimpleMeterRegistry();
        AggregateStore<Purse> purses = STORE.open(PURSES, clock, database, relay, ownMeters);
        for (String id : List.of("a", "b", "c")) {
            purses.change(id, "", (current, version) -> Optional.of(Change.to(new Purse("", 7))));
        }
        database.getCollection(PURSES.name())
                .updateOne(Filters.eq("_id", "b"), Updates.set("state.owner", 7));

        // When
        List<Versioned<Purse>> found = purses.query(Query.atMost(9).atOrAfter("amount", 7));

        // Then
        assertThat(found).extracting(Versioned::id).containsExactlyInAnyOrder("a", "c");
        assertThat(
                        ownMeters
                                .get("supporters_store_unreadable_documents")
                                .tag("collection", PURSES.name())
                                .gauge()
                                .value())
                .isEqualTo(1);
        assertThatThrownBy(() -> purses.find("b")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anEventHasTheSameIdHoweverOftenItIsPublished() {
        AggregateStore<Purse> purses = create();

        purses.change(
                "a",
                "",
                (current, version) ->
                        Optional.of(Change.to(new Purse("ann", 1), event(1), event(2))));

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(broker.sent())
                                .extracting(Envelope::id)
                                .hasSize(2)
                                .allMatch(id -> id.contains("/a/1/"))
                                .doesNotHaveDuplicates());
    }

    @Test
    void nothingIsAskedOfTheStoreForACallerWhoHasGivenUp() {
        AggregateStore<Purse> purses = create();

        assertThatThrownBy(() ->
                        within(
                                Duration.ZERO,
                                () ->
                                        purses.change(
                                                "a",
                                                "",
                                                (current, version) ->
                                                        Optional.of(
                                                                Change.to(new Purse("ann", 1))))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED));
        assertThat(purses.find("a")).isEmpty();
    }

    @Test
    void whoHasTimeReadsAndWrites() {
        AggregateStore<Purse> purses = create();

        within(
                Duration.ofHours(1),
                () ->
                        purses.change(
                                "a",
                                "",
                                (current, version) -> Optional.of(Change.to(new Purse("ann", 1)))));
        within(
                Duration.ofHours(1),
                () ->
                        purses.change(
                                "a",
                                "",
                                (current, version) -> Optional.of(Change.to(new Purse("ann", 2)))));

        assertThat(within(Duration.ofHours(1), () -> purses.find("a")))
                .contains(new Versioned<>("a", 2, new Purse("ann", 2), false));
        assertThat(
                        within(
                                Duration.ofHours(1),
                                () -> purses.query(Query.atMost(9).equal("owner", "ann"))))
                .hasSize(1);
    }

    @Test
    void noQueryOfTheToyCollectionScansOnAServerThatExplains() {
        Assumptions.assumeTrue(STORE.isServer());
        MongoAggregateStore<Purse> purses = (MongoAggregateStore<Purse>) create();
        List<Query> queries =
                List.of(
                        Query.atMost(9).equal("owner", "bob"),
                        Query.atMost(9).present("owner").ascending("owner"),
                        Query.atMost(9).after(Query.ID, "a").ascending(Query.ID),
                        Query.atMost(9).equal("amount", 1).after(Query.ID, "a"),
                        Query.atMost(9).absent("amount"),
                        Query.atMost(9).ascending("amount", Query.ID).afterKey(0, "a"));

        queries.forEach(query -> QueriesContract.requireNoScan(purses, query));
    }

    @Test
    void anIndexThatAnOlderVersionMadeWithOtherOptionsIsReplaced() {
        MongoCollection<Document> purses = database.getCollection(PURSES.name());
        purses.drop();
        purses.createIndex(
                Indexes.ascending("state.amount", "state.owner"),
                new IndexOptions().name("amount").unique(true).sparse(true));
        purses.createIndex(
                Indexes.ascending("state.owner"), new IndexOptions().name("owner_of_old"));
        purses.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().name("version").unique(true));

        create();

        assertThat(purses.listIndexes())
                .extracting(
                        index -> index.getString("name"),
                        index -> List.copyOf(index.get("key", Document.class).keySet()),
                        index -> index.getBoolean("unique", false))
                .contains(
                        tuple("amount", List.of("state.amount", "_id"), false),
                        tuple("owner", List.of("state.owner"), true))
                .extracting(index -> index.toList().getFirst())
                .containsExactlyInAnyOrder("_id_", "outbox", "amount", "owner");
    }

    @Test
    void whatWaitsInOutboxesIsKnownWithItsAge() {
        // Given
        AggregateStore<Purse> purses = STORE.open(PURSES, clock, database, relay, meters);
        assertThat(waiting()).isZero();
        assertThat(oldestSeconds()).isZero();
        broker.down(true);
        add(purses, 1);
        clock.advance(Duration.ofSeconds(30));
        purses.change(
                "b",
                "",
                (current, version) -> Optional.of(Change.to(new Purse("bo", 7), event(7))));

        // When
        clock.tick();
        clock.advance(Duration.ofSeconds(5));

        // Then
        assertThat(waiting()).isEqualTo(2);
        assertThat(oldestSeconds()).isEqualTo(35);

        // When the broker is back
        broker.down(false);
        clock.tick();
        assertThat(published()).containsExactlyInAnyOrder(1L, 7L);
        clock.tick();

        // Then
        assertThat(waiting()).isZero();
        assertThat(oldestSeconds()).isZero();
    }

    @Test
    void howManyWaitIsKnownWhereTheyAreTooManyToBeRead() {
        List<Document> many =
                IntStream.range(0, 1_200)
                        .mapToObj(number ->
                                new Document("_id", "purse-" + number)
                                        .append(
                                                "outbox",
                                                List.of(
                                                        new Document("id", "event-" + number)
                                                                .append(
                                                                        "time",
                                                                        Date.from(
                                                                                clock.instant())))))
                        .toList();
        clock.advance(Duration.ofMinutes(2));
        MongoDatabase another = STORE.database();
        STORE.open(PURSES, clock, another, new Unpublished(), meters);
        another.getCollection(PURSES.name()).insertMany(many);

        clock.tick();

        assertThat(waiting()).isEqualTo(1_200);
        assertThat(oldestSeconds()).isEqualTo(120);
    }

    /** As a request whose caller waits so long. */
    private static <T> T within(Duration time, Supplier<T> request) {
        return CallDeadline.within(Deadline.after(time.toMillis(), TimeUnit.MILLISECONDS), request);
    }

    private static Versioned<Purse> add(AggregateStore<Purse> purses, int amount) {
        return add(purses, amount, "");
    }

    private static Versioned<Purse> add(
            AggregateStore<Purse> purses, int amount, String requestId) {
        return purses.change(
                "a",
                requestId.isEmpty() ? "" : RequestCause.of("add", requestId, amount),
                (current, version) -> {
                    int sum = current.map(Purse::amount).orElse(0) + amount;
                    return Optional.of(Change.to(new Purse("ann", sum), event(sum)));
                });
    }

    private OutboxRelay relay(TestClock clockOfProcess) {
        return new OutboxRelay(broker, clockOfProcess, threads, meters, TestStore.OUTBOX);
    }

    private double waiting() {
        return meters.get("supporters_outbox_waiting").tag("collection", "purses").gauge().value();
    }

    private double oldestSeconds() {
        return meters.get("supporters_outbox_oldest_seconds")
                .tag("collection", "purses")
                .gauge()
                .value();
    }

    private List<Document> outbox() {
        return database.getCollection(PURSES.name())
                .find()
                .first()
                .getList("outbox", Document.class);
    }

    private static long amount(Envelope envelope) {
        try {
            return Money.parseFrom(envelope.payload()).getAmount();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** Publishes nothing. */
    private static final class Unpublished implements Outbox {

        @Override
        public void watch(Source source) {}

        @Override
        public void publish(Source source, WaitingEvents waiting) {}
    }
}
