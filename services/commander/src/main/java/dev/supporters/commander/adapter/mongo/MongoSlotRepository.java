package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CallClaim.CallAlreadyClaimed;
import dev.supporters.commander.slot.CallClaim.ClosedCall;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.watch.WatcherRegistry;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Slots and closed calls in one collection, because one unique index over both makes sure that a call has one claim. A slot's document
 * has the driver's id; a closed call's has an id with a slash, which no driver's id has.
 */
public final class MongoSlotRepository implements SlotRepository {

    private static final String CLOSED = "closed/";

    /** Far more than the drivers who had the calls of one request. */
    private static final int MOST_DECIDED = 1_000;

    private final AggregateStore<CallClaim> documents;
    private final WatcherRegistry watchers;

    public MongoSlotRepository(AggregateStore<CallClaim> documents, WatcherRegistry watchers) {
        this.documents = documents;
        this.watchers = watchers;
    }

    static Query claimQuery(CallId callId) {
        return Query.atMost(1).equal(SlotMapper.CALL_ID, callId.value());
    }

    static Query claimsQuery(Collection<CallId> callIds) {
        return Query.atMost(Math.max(1, callIds.size()))
                .in(SlotMapper.CALL_ID, callIds.stream().map(CallId::value).toList());
    }

    static Query decidedQuery(Collection<CallId> callIds) {
        return Query.atMost(MOST_DECIDED)
                .in(SlotMapper.DECIDED_CALL_ID, callIds.stream().map(CallId::value).toList());
    }

    static Query overdueQuery(Instant now, int limit) {
        return Query.atMost(limit)
                .atOrBefore(SlotMapper.DEADLINE, now)
                .ascending(SlotMapper.DEADLINE);
    }

    @Override
    public Optional<Versioned<Slot>> find(DriverId driverId) {
        return documents.find(driverId.value()).map(MongoSlotRepository::slot);
    }

    @Override
    public List<Versioned<Slot>> findAll(Collection<DriverId> driverIds) {
        return documents.findAll(driverIds.stream().map(DriverId::value).toList()).stream()
                .map(MongoSlotRepository::slot)
                .toList();
    }

    @Override
    public Optional<SlotUpdate> change(
            DriverId driverId, String cause, ChangeDecision<Slot> decision) {
        AtomicBoolean changed = new AtomicBoolean();
        try {
            Optional<Versioned<Slot>> after =
                    documents
                            .react(
                                    driverId.value(),
                                    cause,
                                    (current, version) -> {
                                        Optional<Change<Slot>> change =
                                                decision.decide(
                                                        current.map(Slot.class::cast), version);
                                        changed.set(change.isPresent());
                                        return change.map(
                                                next -> new Change<>(next.next(), next.events()));
                                    })
                            .map(MongoSlotRepository::slot);
            after.ifPresent(watchers::update);
            return after.map(slot -> new SlotUpdate(slot, changed.get()));
        } catch (DuplicateKey e) {
            throw new CallAlreadyClaimed();
        }
    }

    /** Claims are read first: a command that is decided in between is then in the second answer, which counts. */
    @Override
    public List<Slot> findByCalls(Collection<CallId> callIds) {
        Map<DriverId, Slot> found = new HashMap<>();
        Stream.of(claimsQuery(callIds), decidedQuery(callIds))
                .flatMap(query -> documents.query(query).stream())
                .map(Versioned::value)
                .filter(Slot.class::isInstance)
                .map(Slot.class::cast)
                .forEach(slot -> found.put(slot.driverId(), slot));
        return List.copyOf(found.values());
    }

    @Override
    public Optional<CallClaim> findClaim(CallId callId) {
        return documents.query(claimQuery(callId)).stream().map(Versioned::value).findFirst();
    }

    @Override
    public void close(CallId callId, Instant now) {
        try {
            documents.change(
                    CLOSED + callId.value(),
                    "",
                    (current, version) ->
                            current.isPresent()
                                    ? Optional.empty()
                                    : Optional.of(Change.to(new ClosedCall(callId, now))));
        } catch (DuplicateKey e) {
            throw new CallAlreadyClaimed();
        }
    }

    @Override
    public List<Command> overdue(Instant now, int limit) {
        return documents.query(overdueQuery(now, limit)).stream()
                .map(Versioned::value)
                .flatMap(MongoSlotRepository::openCommand)
                .toList();
    }

    private static Stream<Command> openCommand(CallClaim claim) {
        return switch (claim) {
            case Slot.Commanded commanded -> Stream.of(commanded.command());
            case Slot slot -> Stream.empty();
            case ClosedCall closed -> Stream.empty();
        };
    }

    private static Versioned<Slot> slot(Versioned<CallClaim> claim) {
        return new Versioned<>(claim.id(), claim.version(), (Slot) claim.value(), claim.repeated());
    }
}
