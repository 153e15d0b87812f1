package dev.supporters.tagging.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;

/** Lets a real store find the entities with a tag in their order; the embedded one takes no notice. */
@ApplicationScoped
class TagIndex {

    private final MongoClient client;
    private final String database;
    private final Scheduler scheduler;
    private final Clock clock;

    TagIndex(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Scheduler scheduler,
            Clock clock) {
        this.client = client;
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        scheduler.at(clock.instant(), this::create);
    }

    private void create() {
        client.getDatabase(database)
                .getCollection(TaggingStores.ENTITIES)
                .createIndex(
                        Indexes.ascending("state." + EntityTagsMapper.TAGS, "_id"),
                        new IndexOptions().name("tags"));
    }
}
