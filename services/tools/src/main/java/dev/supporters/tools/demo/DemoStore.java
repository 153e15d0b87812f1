package dev.supporters.tools.demo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.embedded.EmbeddedStore;

import org.bson.Document;

import java.util.concurrent.TimeUnit;

/** The store. */
final class DemoStore implements DemoComponent {

    private final EmbeddedStore store;
    private final MongoClient client;

    private DemoStore(EmbeddedStore store) {
        this.store = store;
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(
                                        new ConnectionString(store.connectionString()))
                                .timeout(
                                        HealthHandler.PROBE_TIMEOUT.toMillis(),
                                        TimeUnit.MILLISECONDS)
                                .build());
    }

    static DemoStore start(int port) {
        return new DemoStore(EmbeddedStore.start("0.0.0.0", port));
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public boolean ready() {
        try {
            Document answer = client.getDatabase("admin").runCommand(new Document("ping", 1));
            return answer.get("ok", Number.class).intValue() == 1;
        } catch (MongoException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
