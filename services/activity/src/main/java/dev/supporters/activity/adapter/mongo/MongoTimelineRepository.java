package dev.supporters.activity.adapter.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;

import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.activity.timeline.TimelineRepository;
import dev.supporters.contract.DriverId;

import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

import org.bson.conversions.Bson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The timelines in a collection. An entry has its event's id, so a repeated event makes no second one. */
@ApplicationScoped
class MongoTimelineRepository
        implements TimelineRepository, PanacheMongoRepositoryBase<TimelineDocument, String> {

    /** One for each of the two queries. */
    static final List<List<String>> INDEXES =
            List.of(List.of("driverId", "businessDate", "position"), List.of("businessDate"));

    @PostConstruct
    void createIndexes() {
        INDEXES.forEach(fields -> mongoCollection().createIndex(Indexes.ascending(fields)));
    }

    @Override
    public void add(TimelineEntry entry) {
        persistOrUpdate(TimelineDocument.of(entry));
    }

    @Override
    public List<TimelineEntry> after(
            DriverId driverId, LocalDate businessDate, String position, int limit) {
        return find(
                        "driverId = ?1 and businessDate = ?2 and position > ?3",
                        Sort.ascending("position"),
                        driverId.value(),
                        businessDate.toString(),
                        position)
                .page(0, limit)
                .stream()
                .map(TimelineDocument::entry)
                .toList();
    }

    @Override
    public long removeBefore(LocalDate businessDate, int limit) {
        Bson older = lt("businessDate", businessDate.toString());
        List<String> ids =
                mongoCollection()
                        .find(older)
                        .sort(Indexes.ascending("businessDate"))
                        .limit(limit)
                        .map(document -> document.id)
                        .into(new ArrayList<>());
        return ids.isEmpty() ? 0 : mongoCollection().deleteMany(in("_id", ids)).getDeletedCount();
    }
}
