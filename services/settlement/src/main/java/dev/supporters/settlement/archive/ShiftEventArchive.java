package dev.supporters.settlement.archive;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;

import dev.supporters.contract.ShiftEvents;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

/**
 * The events of shifts, one document each, apart from the ledgers: only ever added, kept as long as the ledgers, and independent of how long
 * the topics keep them. From it a statement is calculated again without what the ledger says.
 */
@ApplicationScoped
public class ShiftEventArchive {

    private final AggregateStore<ArchivedEvent> store;
    private final EventRepository events;

    public ShiftEventArchive(AggregateStore<ArchivedEvent> store, EventRepository events) {
        this.store = store;
        this.events = events;
    }

    /** Keeps an event; one that comes again changes nothing. */
    public void keep(ArchivedEvent event) {
        store.react(
                event.eventId(),
                "",
                (current, version) ->
                        current.isPresent() ? Optional.empty() : Optional.of(Change.to(event)));
    }

    /** What was kept of a shift; for a shift that is older than the archive there is no begin. */
    public ShiftEvents of(WorkId workId) {
        List<ArchivedEvent> kept = events.of(workId);
        return new ShiftEvents(
                read(kept, ArchivedEvent.SourceTopic.WORK, WorkEvent.parser()),
                read(kept, ArchivedEvent.SourceTopic.ACTIVITY, ActivityEvent.parser()),
                read(kept, ArchivedEvent.SourceTopic.LOCATIONS, LocationEvent.parser()),
                read(kept, ArchivedEvent.SourceTopic.MOVES, MoveEvent.parser()));
    }

    private static <M> List<M> read(
            List<ArchivedEvent> kept, ArchivedEvent.SourceTopic source, Parser<M> parser) {
        return kept.stream()
                .filter(event -> event.source() == source)
                .map(event -> read(event, parser))
                .toList();
    }

    private static <M> M read(ArchivedEvent event, Parser<M> parser) {
        try {
            return parser.parseFrom(event.message());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(
                    "archived event " + event.eventId() + " cannot be read", e);
        }
    }
}
