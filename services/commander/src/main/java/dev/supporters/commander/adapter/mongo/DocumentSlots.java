package dev.supporters.commander.adapter.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.supporters.commander.slot.Applied;
import dev.supporters.commander.slot.CallHeld;
import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.ClosedCall;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.commander.watch.Watchers;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Decision;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.Versioned;

import org.bson.Document;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Slots and closed calls in one collection, because one unique index over both is what lets a call be held once. A slot's document
 * has the driver's id, a closed call's its own with a slash, which no driver's id has.
 */
public final class DocumentSlots implements Slots {

    private static final String CLOSED = "closed/";

    private final AggregateStore<CallHolder> documents;
    private final Watchers watchers;

    public DocumentSlots(AggregateStore<CallHolder> documents, Watchers watchers) {
        this.documents = documents;
        this.watchers = watchers;
        documents.uniqueIndex("call", HolderMapper.CALL_ID);
        // Unique by itself; it is there so that the sweep need not read every slot.
        documents.uniqueIndex("deadline", HolderMapper.DEADLINE, "command.id");
    }

    @Override
    public Optional<Versioned<Slot>> find(DriverId driverId) {
        return documents.find(driverId.value()).map(DocumentSlots::slot);
    }

    @Override
    public List<Versioned<Slot>> findAll(Collection<DriverId> driverIds) {
        return documents.findAll(driverIds.stream().map(DriverId::value).toList()).stream()
                .map(DocumentSlots::slot)
                .toList();
    }

    @Override
    public Optional<Applied> change(DriverId driverId, Decision<Slot> decision) {
        AtomicBoolean changed = new AtomicBoolean();
        try {
            Optional<Versioned<Slot>> after =
                    documents
                            .react(
                                    driverId.value(),
                                    "",
                                    (current, version) -> {
                                        Optional<Change<Slot>> change =
                                                decision.decide(
                                                        current.map(Slot.class::cast), version);
                                        changed.set(change.isPresent());
                                        return change.map(
                                                next -> new Change<>(next.next(), next.events()));
                                    })
                            .map(DocumentSlots::slot);
            after.ifPresent(watchers::tell);
            return after.map(slot -> new Applied(slot, changed.get()));
        } catch (DuplicateKey e) {
            throw new CallHeld();
        }
    }

    @Override
    public Optional<CallHolder> holder(CallId callId) {
        return documents
                .query(
                        Filters.eq("state." + HolderMapper.CALL_ID, callId.value()),
                        new Document(),
                        1)
                .stream()
                .map(Versioned::value)
                .findFirst();
    }

    @Override
    public void close(CallId callId) {
        try {
            documents.change(
                    CLOSED + callId.value(),
                    "",
                    (current, version) ->
                            current.isPresent()
                                    ? Optional.empty()
                                    : Optional.of(Change.to(new ClosedCall(callId))));
        } catch (DuplicateKey e) {
            throw new CallHeld();
        }
    }

    @Override
    public List<Command> overdue(Instant now, int limit) {
        String deadline = "state." + HolderMapper.DEADLINE;
        return documents
                .query(Filters.lte(deadline, now.toEpochMilli()), Sorts.ascending(deadline), limit)
                .stream()
                .map(Versioned::value)
                .flatMap(DocumentSlots::openCommand)
                .toList();
    }

    private static Stream<Command> openCommand(CallHolder holder) {
        return switch (holder) {
            case Slot.Commanded commanded -> Stream.of(commanded.command());
            case Slot slot -> Stream.empty();
            case ClosedCall closed -> Stream.empty();
        };
    }

    private static Versioned<Slot> slot(Versioned<CallHolder> holder) {
        return new Versioned<>(
                holder.id(), holder.version(), (Slot) holder.value(), holder.repeated());
    }
}
