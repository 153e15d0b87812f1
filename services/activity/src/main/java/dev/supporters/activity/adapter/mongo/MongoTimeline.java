package dev.supporters.activity.adapter.mongo;

import com.mongodb.client.model.Indexes;

import dev.supporters.activity.presence.DriverId;
import dev.supporters.activity.presence.WorkId;
import dev.supporters.activity.timeline.Entry;
import dev.supporters.activity.timeline.Timeline;

import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The timelines in a collection; an event's id is its document's, so what comes twice stands once. */
@ApplicationScoped
class MongoTimeline implements Timeline, PanacheMongoRepositoryBase<TimelineDocument, String> {

    @PostConstruct
    void index() {
        mongoCollection().createIndex(Indexes.ascending("driverId", "businessDate", "position"));
    }

    @Override
    public void add(Entry entry) {
        TimelineDocument document = new TimelineDocument();
        document.id = entry.eventId();
        document.driverId = entry.driverId().value();
        document.workId = entry.workId().value();
        document.businessDate = entry.workId().businessDate();
        document.position = entry.position();
        document.time = entry.time().toString();
        document.action = entry.action();
        document.callId = entry.callId();
        persistOrUpdate(document);
    }

    @Override
    public List<Entry> after(
            DriverId driverId, LocalDate businessDate, String position, int limit) {
        return find(
                        "driverId = ?1 and businessDate = ?2 and position > ?3",
                        Sort.ascending("position"),
                        driverId.value(),
                        businessDate.toString(),
                        position)
                .page(0, limit)
                .stream()
                .map(MongoTimeline::entry)
                .toList();
    }

    private static Entry entry(TimelineDocument document) {
        return new Entry(
                document.id,
                new DriverId(document.driverId),
                new WorkId(document.workId),
                Instant.parse(document.time),
                document.action,
                document.callId);
    }
}
