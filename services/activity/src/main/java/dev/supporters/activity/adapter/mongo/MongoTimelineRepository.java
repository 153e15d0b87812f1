package dev.supporters.activity.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.activity.timeline.TimelineRepository;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.StoreDeadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The timelines in a collection of plain documents: a log, of which nothing is decided, and no aggregates (ADR 31). An entry has its
 * event's id, so a repeated event makes no second one.
 */
@ApplicationScoped
class MongoTimelineRepository implements TimelineRepository {

    /** An index for each of the two queries. */
    static final CollectionSpec<TimelineEntry> TIMELINE =
            CollectionSpec.of("timeline", new TimelineMapper())
                    .index(
                            "driver",
                            TimelineMapper.DRIVER_ID,
                            TimelineMapper.BUSINESS_DATE,
                            TimelineMapper.POSITION)
                    .index("business_date", TimelineMapper.BUSINESS_DATE);

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    @Inject
    MongoTimelineRepository(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this(client.getDatabase(database));
    }

    MongoTimelineRepository(MongoDatabase database) {
        collection = database.getCollection(TIMELINE.name());
        TIMELINE.indexes()
                .forEach(index -> collection.createIndex(Indexes.ascending(index.fields())));
    }

    @Override
    public void add(TimelineEntry entry) {
        bounded().replaceOne(eq(Query.ID, entry.eventId()), TIMELINE.mapper().write(entry), UPSERT);
    }

    @Override
    public List<TimelineEntry> after(
            DriverId driverId, LocalDate businessDate, String position, int limit) {
        return documentsAfter(driverId, businessDate, position, limit)
                .map(TIMELINE.mapper()::read)
                .into(new ArrayList<>());
    }

    @Override
    public long removeBefore(LocalDate businessDate, int limit) {
        List<String> ids =
                documentsBefore(businessDate, limit)
                        .map(document -> document.getString(Query.ID))
                        .into(new ArrayList<>());
        return ids.isEmpty() ? 0 : bounded().deleteMany(in(Query.ID, ids)).getDeletedCount();
    }

    FindIterable<Document> documentsAfter(
            DriverId driverId, LocalDate businessDate, String position, int limit) {
        return bounded()
                .find(
                        and(
                                eq(TimelineMapper.DRIVER_ID, driverId.value()),
                                eq(TimelineMapper.BUSINESS_DATE, businessDate.toString()),
                                gt(TimelineMapper.POSITION, position)))
                .sort(Sorts.ascending(TimelineMapper.POSITION))
                .limit(limit);
    }

    FindIterable<Document> documentsBefore(LocalDate businessDate, int limit) {
        return bounded()
                .find(lt(TimelineMapper.BUSINESS_DATE, businessDate.toString()))
                .sort(Sorts.ascending(TimelineMapper.BUSINESS_DATE))
                .limit(limit);
    }

    /** No operation takes longer than its caller waits. */
    private MongoCollection<Document> bounded() {
        return StoreDeadline.within(collection);
    }
}
