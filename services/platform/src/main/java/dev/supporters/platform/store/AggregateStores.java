package dev.supporters.platform.store;

import com.mongodb.client.MongoClient;

import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;
import java.time.Duration;

/** Opens a service's collections in its own database, and keeps them small. */
@ApplicationScoped
public class AggregateStores {

    private static final Duration SWEEP_PAUSE = Duration.ofMinutes(1);
    private static final Duration OUTBOX_PAUSE = Duration.ofSeconds(10);

    private final MongoClient client;
    private final String database;
    private final Outbox outbox;
    private final ArchiveConfig config;
    private final Scheduler scheduler;
    private final Clock clock;
    private final MeterRegistry meters;

    public AggregateStores(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Outbox outbox,
            ArchiveConfig config,
            Scheduler scheduler,
            Clock clock,
            MeterRegistry meters) {
        this.client = client;
        this.database = database;
        this.outbox = outbox;
        this.config = config;
        this.scheduler = scheduler;
        this.clock = clock;
        this.meters = meters;
    }

    /** Opens a collection as it is declared; makes its indexes if they are not there. */
    public <T> AggregateStore<T> open(CollectionSpec<T> spec) {
        MongoAggregateStore<T> store =
                new MongoAggregateStore<>(
                        client.getDatabase(database), spec, outbox, clock, meters);
        if (spec.endField().isPresent() || spec.expiryField().isPresent() || spec.form() > 1) {
            StoreSweep<T> sweep =
                    new StoreSweep<>(store, config.byCollection().get(spec.name()), clock, meters);
            scheduler.at(clock.instant(), sweep::run);
            scheduler.every(SWEEP_PAUSE, sweep::run);
        }
        scheduler.every(OUTBOX_PAUSE, new OutboxGauges(store.collection(), clock, meters)::look);
        return store;
    }
}
