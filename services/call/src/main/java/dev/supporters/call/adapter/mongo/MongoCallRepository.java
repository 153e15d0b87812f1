package dev.supporters.call.adapter.mongo;

import dev.supporters.call.erasure.Erasure;
import dev.supporters.call.erasure.Pseudonyms;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallEvents;
import dev.supporters.call.life.CallPage;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.Nearby;
import dev.supporters.call.life.PathWait;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CustomerDigest;
import dev.supporters.contract.Place;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** The calls in the store, each with its events in the same document. */
@ApplicationScoped
public class MongoCallRepository implements CallRepository {

    private static final List<CallState.Kind> UNDER_WAY =
            List.of(
                    CallState.Kind.COMMANDED,
                    CallState.Kind.GENERAL,
                    CallState.Kind.ACCEPTED,
                    CallState.Kind.ARRIVED,
                    CallState.Kind.DRIVING);

    private final AggregateStore<Call> documents;
    private final AggregateStore<Erasure> erasures;
    private final OriginCellIndex cells = new OriginCellIndex();
    private final NearbySearch nearbySearch;
    private final MeterRegistry meters;
    private final Map<DispatchPath, Timer> pathWaits = new EnumMap<>(DispatchPath.class);

    public MongoCallRepository(
            AggregateStore<Call> documents,
            AggregateStore<Erasure> erasures,
            MeterRegistry meters) {
        this.documents = documents;
        this.erasures = erasures;
        nearbySearch = new NearbySearch(documents, cells);
        this.meters = meters;
        // from now on with 0, for the alerts
        List.of(DispatchPath.SUPPORTERS, DispatchPath.GENERAL)
                .forEach(path -> pathWaits.put(path, pathWait(meters, path)));
    }

    private static Timer pathWait(MeterRegistry meters, DispatchPath path) {
        return Timer.builder("supporters_call_path_wait_seconds")
                .description("How long calls were without a path, and not by the policy's will")
                .tag("path", path.name())
                .serviceLevelObjectives(
                        Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1))
                .register(meters);
    }

    /** What customers, drivers and operators look at: also calls that ended long ago. */
    static Query listQuery(CallPage.Filter filter, int limit) {
        Query query =
                Query.atMost(limit)
                        .between(CallMapper.CREATE_TIME, filter.begin(), filter.end())
                        .descending(CallMapper.CREATE_TIME, Query.ID)
                        .includingArchived();
        if (!filter.states().isEmpty()) {
            query = query.in(CallStateMapper.STATE, filter.states());
        }
        if (!filter.customerId().isEmpty()) {
            query = query.equal(CallMapper.CUSTOMER_ID, filter.customerId());
        }
        if (filter.driverId().isPresent()) {
            query = query.equal(CallStateMapper.DRIVER_ID, filter.driverId().get().value());
        }
        if (filter.after().isPresent()) {
            CallPage.Cursor cursor = filter.after().get();
            query = query.afterKey(cursor.createTime(), cursor.callId().value());
        }
        return query;
    }

    static Query requestedQuery(int limit) {
        return Query.atMost(limit)
                .equal(CallStateMapper.STATE, CallState.Kind.REQUESTED)
                .absent(CallStateMapper.HOLD_UNTIL)
                .ascending(CallMapper.CREATE_TIME);
    }

    static Query heldQuery(int limit) {
        return Query.atMost(limit)
                .equal(CallStateMapper.STATE, CallState.Kind.REQUESTED)
                .present(CallStateMapper.HOLD_UNTIL)
                .ascending(CallStateMapper.HOLD_UNTIL);
    }

    static Query unchangedQuery(Instant atOrBefore, Optional<CallPage.Cursor> after, int limit) {
        Query query =
                Query.atMost(limit)
                        .in(CallStateMapper.STATE, UNDER_WAY)
                        .atOrBefore(CallMapper.SINCE, atOrBefore)
                        .ascending(CallMapper.SINCE, Query.ID);
        return after.map(last -> query.afterKey(last.createTime(), last.callId().value()))
                .orElse(query);
    }

    static Query followUpsDueQuery(Instant atOrBefore, int limit) {
        return Query.atMost(limit)
                .atOrBefore(FollowUpMapper.DUE, atOrBefore)
                .ascending(FollowUpMapper.DUE);
    }

    /** Also of calls that have left the working collection meanwhile. */
    static Query parkedQuery(Optional<CallPage.Cursor> after, int limit) {
        Query query =
                Query.atMost(limit)
                        .atOrAfter(FollowUpMapper.PARKED_SINCE, CallPage.Filter.EVER)
                        .ascending(FollowUpMapper.PARKED_SINCE, Query.ID)
                        .includingArchived();
        return after.map(last -> query.afterKey(last.createTime(), last.callId().value()))
                .orElse(query);
    }

    @Override
    public Optional<Versioned<Call>> find(CallId callId) {
        return documents.find(callId.value());
    }

    @Override
    public List<Versioned<Call>> findAll(Collection<CallId> callIds) {
        return documents.findAll(callIds.stream().map(CallId::value).toList());
    }

    @Override
    public List<Versioned<Call>> list(CallPage.Filter filter, int limit) {
        return documents.query(listQuery(filter, limit));
    }

    @Override
    public List<Versioned<Call>> near(Nearby nearby) {
        return nearbySearch.search(nearby);
    }

    @Override
    public List<Versioned<Call>> requested(int limit) {
        return documents.query(requestedQuery(limit));
    }

    @Override
    public List<Versioned<Call>> held(int limit) {
        return documents.query(heldQuery(limit));
    }

    @Override
    public List<Versioned<Call>> unchangedSince(
            Instant atOrBefore, Optional<CallPage.Cursor> after, int limit) {
        return documents.query(unchangedQuery(atOrBefore, after, limit));
    }

    @Override
    public List<Versioned<Call>> followUpsDue(Instant atOrBefore, int limit) {
        return documents.query(followUpsDueQuery(atOrBefore, limit));
    }

    @Override
    public List<Versioned<Call>> parked(Optional<CallPage.Cursor> after, int limit) {
        return documents.query(parkedQuery(after, limit));
    }

    @Override
    public Versioned<Call> create(Call call) {
        AtomicBoolean isNew = new AtomicBoolean();
        Versioned<Call> stored =
                documents.change(
                        call.id().value(),
                        "",
                        (current, version) -> {
                            isNew.set(current.isEmpty());
                            return current.isPresent()
                                    ? Optional.empty()
                                    : Optional.of(
                                            Change.to(call, CallEvents.requested(call, version)));
                        });
        if (isNew.get()) {
            counted(call);
        }
        return stored;
    }

    @Override
    public Optional<Versioned<Call>> change(CallId callId, String cause, Transition transition) {
        AtomicReference<Optional<Call>> before = new AtomicReference<>(Optional.empty());
        Optional<Versioned<Call>> after =
                documents.react(
                        callId.value(),
                        cause,
                        (current, version) -> {
                            before.set(current);
                            return current.flatMap(call -> next(call, transition, version));
                        });
        after.map(Versioned::value)
                .ifPresent(call -> before.get().ifPresent(was -> counted(was, call)));
        return after;
    }

    @Override
    public boolean erase(CallId callId, String customerId, String pseudonym) {
        AtomicBoolean erased = new AtomicBoolean();
        documents.react(
                callId.value(),
                "",
                (current, version) -> {
                    Optional<Call> hers =
                            current.filter(call -> call.order().customerId().equals(customerId))
                                    .filter(Call::settled);
                    erased.set(hers.isPresent());
                    return hers.map(call -> Change.to(call.erased(pseudonym, this::rough)));
                });
        return erased.get();
    }

    private Optional<Change<Call>> next(Call call, Transition transition, long version) {
        return transition
                .next(call)
                .map(next ->
                        change(
                                call,
                                !call.settled() && next.settled() ? late(next) : next,
                                version));
    }

    /** A call that was requested before its customer was erased, and that nobody knew then, is erased as soon as it can be. */
    private Call late(Call call) {
        return erasures.find(CustomerDigest.of(call.order().customerId()))
                .filter(erasure -> erasure.value().covers(call.order().createTime()))
                .map(erasure -> call.erased(pseudonym(erasure.value()), this::rough))
                .orElse(call);
    }

    /** While the customer is being erased that of her other calls. */
    private static String pseudonym(Erasure erasure) {
        return erasure.finished() ? Pseudonyms.random() : erasure.pseudonym();
    }

    private Place rough(Place place) {
        return place.position()
                .map(cells::center)
                .map(center -> new Place("" + center.lat(), "" + center.lng(), "", ""))
                .orElse(Place.NONE);
    }

    private static Change<Call> change(Call before, Call after, long version) {
        return new Change<>(after, CallEvents.of(before, after, version).stream().toList());
    }

    private void counted(Call before, Call after) {
        if (before.state().kind() != after.state().kind()) {
            counted(after);
        }
        PathWait.ended(before, after).ifPresent(wait -> pathWaits.get(after.path()).record(wait));
    }

    private void counted(Call call) {
        meters.counter(
                        "supporters_call_states_total",
                        "state",
                        call.state().kind().name(),
                        "path",
                        call.path().name())
                .increment();
    }
}
