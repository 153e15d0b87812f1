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
final class StorePart implements Part {

    private final EmbeddedStore store;
    private final MongoClient client;

    private StorePart(EmbeddedStore store) {
        this.store = store;
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(
                                        new ConnectionString(store.connectionString()))
                                .timeout(Health.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                                .build());
    }

    static StorePart start(int port) {
        return new StorePart(EmbeddedStore.start("0.0.0.0", port));
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public boolean serves() {
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
