package dev.supporters.platform.store;

import com.mongodb.client.MongoClient;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;

/** Opens a service's collections in its own database. */
@ApplicationScoped
public class AggregateStores {

    private final MongoClient client;
    private final String database;
    private final OutboxRelay relay;
    private final Clock clock;

    AggregateStores(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            OutboxRelay relay,
            Clock clock) {
        this.client = client;
        this.database = database;
        this.relay = relay;
        this.clock = clock;
    }

    public <T> AggregateStore<T> documents(String collection, StateMapper<T> mapper) {
        return new MongoAggregateStore<>(
                client.getDatabase(database).getCollection(collection), mapper, relay, clock);
    }
}
