package dev.supporters.call.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.supporters.call.adapter.kafka.CallEvents;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallFilter;
import dev.supporters.call.life.CallFilter.Cursor;
import dev.supporters.call.life.Calls;
import dev.supporters.call.life.Stage;
import dev.supporters.call.life.Transition;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** The calls in the store, each with its events in the same document. */
@ApplicationScoped
public class MongoCalls implements Calls {

    private static final String CREATED = "state." + CallMapper.CREATE_TIME;

    private final AggregateStore<Call> documents;
    private final MeterRegistry meters;

    public MongoCalls(AggregateStore<Call> documents, MeterRegistry meters) {
        this.documents = documents;
        this.meters = meters;
    }

    @Override
    public Optional<Versioned<Call>> find(String callId) {
        return documents.find(callId);
    }

    @Override
    public List<Versioned<Call>> findAll(Collection<String> callIds) {
        return documents.findAll(callIds);
    }

    @Override
    public List<Versioned<Call>> list(CallFilter filter, int limit) {
        return documents.query(conditions(filter), descending(CREATED, "_id"), limit);
    }

    @Override
    public List<Versioned<Call>> requested(int limit) {
        Bson requested = eq("state." + CallMapper.STAGE, Stage.REQUESTED.name());
        return documents.query(requested, ascending(CREATED), limit);
    }

    @Override
    public Versioned<Call> create(Call call) {
        AtomicBoolean isNew = new AtomicBoolean();
        Versioned<Call> stored =
                documents.change(
                        call.id(),
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
    public Optional<Versioned<Call>> change(String callId, String cause, Transition transition) {
        AtomicReference<Optional<Stage>> before = new AtomicReference<>(Optional.empty());
        Optional<Versioned<Call>> after =
                documents.react(
                        callId,
                        cause,
                        (current, version) -> {
                            before.set(current.map(call -> Stage.of(call.state())));
                            return current.flatMap(call -> next(call, transition, version));
                        });
        after.map(Versioned::value)
                .filter(call ->
                        before.get().filter(was -> was != Stage.of(call.state())).isPresent())
                .ifPresent(this::counted);
        return after;
    }

    private static Optional<Change<Call>> next(Call call, Transition transition, long version) {
        return transition.next(call).map(next -> change(call, next, version));
    }

    private static Change<Call> change(Call before, Call after, long version) {
        return new Change<>(after, CallEvents.of(before, after, version).stream().toList());
    }

    private static Bson conditions(CallFilter filter) {
        List<Bson> all = new ArrayList<>();
        all.add(gte(CREATED, Date.from(filter.begin())));
        all.add(lt(CREATED, Date.from(filter.end())));
        if (!filter.stages().isEmpty()) {
            List<String> names = filter.stages().stream().map(Stage::name).toList();
            all.add(in("state." + CallMapper.STAGE, names));
        }
        if (!filter.customerId().isEmpty()) {
            all.add(eq("state." + CallMapper.CUSTOMER_ID, filter.customerId()));
        }
        if (!filter.driverId().isEmpty()) {
            all.add(eq("state." + CallMapper.DRIVER_ID, filter.driverId()));
        }
        if (!filter.after().equals(Cursor.START)) {
            Date time = Date.from(filter.after().createTime());
            Bson sameTime = and(eq(CREATED, time), lt("_id", filter.after().callId()));
            all.add(or(lt(CREATED, time), sameTime));
        }
        return and(all);
    }

    private void counted(Call call) {
        meters.counter(
                        "supporters_call_states_total",
                        "state",
                        Stage.of(call.state()).name(),
                        "path",
                        call.path().name())
                .increment();
    }
}
