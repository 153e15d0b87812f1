package dev.supporters.platform.store;

import com.mongodb.MongoClientSettings;

import io.quarkus.mongodb.runtime.MongoClientCustomizer;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the store's client gets beside Quarkus' settings: how long an operation without a deadline waits for a connection. */
@ApplicationScoped
class StoreClientSettings implements MongoClientCustomizer {

    private final Duration connectionWait;

    StoreClientSettings(
            @ConfigProperty(name = "supporters.store.connection-wait", defaultValue = "3s")
                    Duration connectionWait) {
        this.connectionWait = connectionWait;
    }

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return settings.applyToConnectionPoolSettings(
                pool -> pool.maxWaitTime(connectionWait.toMillis(), TimeUnit.MILLISECONDS));
    }
}
