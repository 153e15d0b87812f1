package dev.supporters.commander.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.MongoDocuments;
import dev.supporters.platform.store.OutboxRelay;
import dev.supporters.testkit.RecordingSender;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class MongoSlotsTest extends SlotsContract {

    private static EmbeddedStore store;
    private static MongoClient client;
    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(0);
        client = MongoClients.create(store.connectionString());
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterAll
    static void stop() {
        threads.close();
        client.close();
        store.close();
    }

    @Override
    Documents<CallHolder> documents() {
        TestClock clock = new TestClock();
        OutboxRelay relay =
                new OutboxRelay(new RecordingSender(), clock, threads, new SimpleMeterRegistry());
        return new MongoDocuments<>(
                client.getDatabase("test").getCollection("slots-" + UUID.randomUUID()),
                new HolderMapper(),
                relay,
                clock);
    }
}
