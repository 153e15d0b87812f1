package dev.supporters.testkit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.ArchiveConfig;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.Outbox;
import dev.supporters.platform.store.OutboxConfig;
import dev.supporters.platform.store.OutboxRelay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A store for tests of adapters that need no more of a service: the embedded one, or the MongoDB server that the system property
 * {@code mongodb.uri} or the environment's {@code MONGODB_URI} names. What a test puts there is dropped when it is over.
 */
public final class TestStore implements AutoCloseable {

    /** The archive's periods in tests. */
    public static final Duration ARCHIVED_AFTER = Duration.ofHours(36);

    public static final Duration RETENTION = Duration.ofDays(400);

    /** In tests each sweep publishes all that waits, and what is published is taken out at once. */
    public static final OutboxConfig OUTBOX = new OutboxTimes(Duration.ZERO, Duration.ZERO);

    private final Optional<String> server =
            Optional.ofNullable(System.getProperty("mongodb.uri"))
                    .or(() -> Optional.ofNullable(System.getenv("MONGODB_URI")))
                    .filter(uri -> !uri.isBlank());
    private final Optional<EmbeddedStore> embedded =
            server.isPresent() ? Optional.empty() : Optional.of(EmbeddedStore.start(0));
    private final MongoClient client =
            MongoClients.create(
                    server.or(() -> embedded.map(EmbeddedStore::connectionString)).orElseThrow());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<MongoDatabase> databases = new ArrayList<>();

    /** Whether it is a MongoDB server, which can explain its plans. */
    public boolean isServer() {
        return server.isPresent();
    }

    /** A collection as it is declared, with nothing in it; its events go nowhere. The clock's tick is also the store's sweep. */
    public <T> AggregateStore<T> open(CollectionSpec<T> spec, TestClock clock) {
        return open(spec, clock, database());
    }

    /** As another process opens a collection that may be there. */
    public <T> AggregateStore<T> open(
            CollectionSpec<T> spec, TestClock clock, MongoDatabase database) {
        OutboxRelay relay =
                new OutboxRelay(
                        new RecordingSender(), clock, threads, new SimpleMeterRegistry(), OUTBOX);
        return open(spec, clock, database, relay, new SimpleMeterRegistry());
    }

    /** With everything of the caller's. */
    public <T> AggregateStore<T> open(
            CollectionSpec<T> spec,
            TestClock clock,
            MongoDatabase database,
            Outbox outbox,
            MeterRegistry meters) {
        return new AggregateStores(
                        client,
                        database.getName(),
                        outbox,
                        new DefaultPeriods(),
                        clock,
                        clock,
                        meters)
                .open(spec);
    }

    /** A database with nothing in it. */
    public synchronized MongoDatabase database() {
        MongoDatabase database = client.getDatabase("test_" + UUID.randomUUID());
        databases.add(database);
        return database;
    }

    @Override
    public void close() {
        threads.close();
        databases.forEach(MongoDatabase::drop);
        client.close();
        embedded.ifPresent(EmbeddedStore::close);
    }

    /** The same periods for every collection. */
    private static final class DefaultPeriods implements ArchiveConfig, ArchiveConfig.Periods {

        @Override
        public Map<String, Periods> byCollection() {
            Periods periods = this;
            return new AbstractMap<>() {
                @Override
                public Periods get(Object collection) {
                    return periods;
                }

                @Override
                public Set<Entry<String, Periods>> entrySet() {
                    return Set.of();
                }
            };
        }

        @Override
        public Duration after() {
            return ARCHIVED_AFTER;
        }

        @Override
        public Duration retention() {
            return RETENTION;
        }
    }

    /** As given. */
    public record OutboxTimes(Duration sweepAfter, Duration removeAfter) implements OutboxConfig {}
}
