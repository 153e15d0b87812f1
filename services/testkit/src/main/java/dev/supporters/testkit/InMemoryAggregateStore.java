package dev.supporters.testkit;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.StoredValues;
import dev.supporters.platform.store.Versioned;

import org.bson.Document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Aggregates in memory, for tests of rules: the same contract as the real store ({@link AggregateStoreContract}). States are kept as their
 * mapper writes them, so that what a mapper forgets is forgotten. Nothing is archived.
 */
public final class InMemoryAggregateStore<T> implements AggregateStore<T> {

    private final CollectionSpec<T> spec;
    private final Map<String, Row<T>> rows = new LinkedHashMap<>();
    private final List<Event> published = new ArrayList<>();
    private final Runnable beforeWrite;

    public InMemoryAggregateStore(CollectionSpec<T> spec) {
        this(spec, () -> {});
    }

    private InMemoryAggregateStore(CollectionSpec<T> spec, Runnable beforeWrite) {
        this.spec = spec;
        this.beforeWrite = beforeWrite;
    }

    /**
     * A store with the same aggregates, in which nothing has been published.
     *
     * @param meanwhile runs between each decision and its write, where others may be faster
     */
    public synchronized InMemoryAggregateStore<T> copy(Runnable meanwhile) {
        InMemoryAggregateStore<T> copy = new InMemoryAggregateStore<>(spec, meanwhile);
        copy.rows.putAll(rows);
        return copy;
    }

    /** All aggregates as they stand, in no order. */
    public synchronized List<Versioned<T>> all() {
        return rows.values().stream().map(row -> versioned(row, false)).toList();
    }

    /** The causes that were applied to an aggregate. */
    public synchronized Set<String> causes(String id) {
        return rows.containsKey(id) ? Set.copyOf(rows.get(id).causes()) : Set.of();
    }

    /** All events of all changes, oldest first. */
    public synchronized List<Event> published() {
        return List.copyOf(published);
    }

    @Override
    public synchronized Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(row -> versioned(row, false));
    }

    @Override
    public synchronized List<Versioned<T>> findAll(Collection<String> ids) {
        return ids.stream()
                .distinct()
                .filter(rows::containsKey)
                .map(id -> versioned(rows.get(id), false))
                .toList();
    }

    @Override
    public synchronized List<Versioned<T>> query(Query query) {
        spec.requireIndexFor(query);
        List<Document> documents = rows.values().stream().map(Row::document).toList();
        return QueryEvaluator.run(documents, query).stream()
                .map(document -> versioned(rows.get(document.getString("_id")), false))
                .toList();
    }

    @Override
    public Optional<Versioned<T>> react(String id, String cause, ChangeDecision<T> decision) {
        while (true) {
            Optional<Versioned<T>> current;
            synchronized (this) {
                Row<T> row = rows.get(id);
                if (row != null && RequestCause.applied(cause, row.causes())) {
                    return Optional.of(versioned(row, true));
                }
                current = find(id);
            }
            long version = current.map(Versioned::version).orElse(0L);
            Optional<Change<T>> change =
                    decision.decide(current.map(Versioned::value), version + 1);
            if (change.isEmpty()) {
                return current;
            }
            beforeWrite.run();
            Optional<Versioned<T>> written = write(id, version, cause, change.get());
            if (written.isPresent()) {
                return written;
            }
        }
    }

    private synchronized Optional<Versioned<T>> write(
            String id, long version, String cause, Change<T> change) {
        Row<T> before = rows.get(id);
        long found = before == null ? 0 : before.version();
        if (found != version) {
            return Optional.empty();
        }
        Set<String> causes = new HashSet<>(before == null ? Set.of() : before.causes());
        if (!cause.isEmpty()) {
            causes.add(cause);
        }
        Document state = spec.mapper().write(change.next());
        Row<T> row = new Row<>(id, version + 1, state, spec.mapper().read(state), causes);
        spec.indexes().stream()
                .filter(CollectionSpec.Index::unique)
                .forEach(index -> requireUnique(index, row));
        rows.put(id, row);
        published.addAll(change.events());
        return Optional.of(versioned(row, false));
    }

    private void requireUnique(CollectionSpec.Index index, Row<T> row) {
        List<Optional<Object>> key = key(index, row);
        boolean absent = key.stream().allMatch(Optional::isEmpty);
        for (Row<T> other : rows.values()) {
            if (!absent && !other.id().equals(row.id()) && key(index, other).equals(key)) {
                throw new DuplicateKey("index " + index.name() + ": " + key);
            }
        }
    }

    private static List<Optional<Object>> key(CollectionSpec.Index index, Row<?> row) {
        return index.fields().stream()
                .map(field -> StoredValues.of(row.document(), field))
                .toList();
    }

    private Versioned<T> versioned(Row<T> row, boolean repeated) {
        return new Versioned<>(row.id(), row.version(), row.value(), repeated);
    }

    /** With the value as its state is read. */
    private record Row<T>(String id, long version, Document state, T value, Set<String> causes) {

        Document document() {
            return new Document("_id", id).append("version", version).append("state", state);
        }
    }
}
