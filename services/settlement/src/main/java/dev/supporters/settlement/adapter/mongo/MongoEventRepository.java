package dev.supporters.settlement.adapter.mongo;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.settlement.archive.EventRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Archived events in MongoDB. */
@ApplicationScoped
public class MongoEventRepository implements EventRepository {

    private final AggregateStore<ArchivedEvent> events;

    public MongoEventRepository(AggregateStore<ArchivedEvent> events) {
        this.events = events;
    }

    @Override
    public List<ArchivedEvent> of(WorkId workId) {
        return events.query(ofShift(workId)).stream().map(Versioned::value).toList();
    }

    static Query ofShift(WorkId workId) {
        return Query.atMost(Query.MAX_LIMIT)
                .equal(ArchivedEventMapper.WORK_ID, workId.value())
                .includingArchived();
    }
}
