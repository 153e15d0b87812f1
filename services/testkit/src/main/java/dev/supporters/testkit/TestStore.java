package dev.supporters.testkit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.MongoAggregateStore;
import dev.supporters.platform.store.OutboxRelay;
import dev.supporters.platform.store.StateMapper;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.bson.Document;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A store for tests of adapters that need no more of a service. */
public final class TestStore implements AutoCloseable {

    private final EmbeddedStore store = EmbeddedStore.start(0);
    private final MongoClient client = MongoClients.create(store.connectionString());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Documents of which there is none yet; their events go nowhere. */
    public <T> AggregateStore<T> documents(StateMapper<T> mapper, TestClock clock) {
        return new MongoAggregateStore<>(
                collection(),
                mapper,
                new OutboxRelay(new RecordingSender(), clock, threads, new SimpleMeterRegistry()),
                clock);
    }

    /** A collection with nothing in it. */
    public MongoCollection<Document> collection() {
        return client.getDatabase("test").getCollection(UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        threads.close();
        client.close();
        store.close();
    }
}
