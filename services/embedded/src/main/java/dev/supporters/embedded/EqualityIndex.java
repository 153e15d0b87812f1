package dev.supporters.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An index that is not unique: finds candidates by equality of its first field, whatever else is asked; the collection checks them
 * against the whole query. The library has only unique indexes, and uses them only for queries on exactly their fields.
 */
final class EqualityIndex extends Index<Integer> {

    private final String first;

    /** By value, then by the document's id. */
    private final Map<KeyValue, Map<Object, Integer>> positions = new HashMap<>();

    EqualityIndex(String name, List<IndexKey> keys) {
        // the collection demands of an index that is not sparse that it has every document
        super(name, keys, true);
        first = keys.getFirst().getKey();
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        Object wanted = wanted(query);
        return wanted instanceof Document expression
                ? expression.size() == 1
                        && expression.get("$in") instanceof Collection<?> values
                        && values.stream().noneMatch(EqualityIndex::isNoValue)
                : !isNoValue(wanted);
    }

    @Override
    public synchronized Iterable<Integer> getPositions(Document query) {
        Object wanted = wanted(query);
        Collection<?> values =
                wanted instanceof Document expression
                        ? (Collection<?>) expression.get("$in")
                        : List.of(wanted);
        Set<Integer> found = new LinkedHashSet<>();
        for (Object value : values) {
            found.addAll(
                    positions.getOrDefault(new KeyValue(value).normalized(), Map.of()).values());
        }
        return found;
    }

    @Override
    public synchronized void add(
            Document document, Integer position, MongoCollection<Integer> collection) {
        for (KeyValue value : values(document)) {
            positions
                    .computeIfAbsent(value, none -> new LinkedHashMap<>())
                    .put(id(document), position);
        }
    }

    @Override
    public synchronized Integer remove(Document document) {
        Integer removed = null;
        for (KeyValue value : values(document)) {
            Map<Object, Integer> same = positions.getOrDefault(value, Map.of());
            if (same.containsKey(id(document))) {
                removed = same.remove(id(document));
            }
            if (same.isEmpty()) {
                positions.remove(value);
            }
        }
        return removed;
    }

    @Override
    public synchronized void updateInPlace(
            Document before,
            Document after,
            Integer position,
            MongoCollection<Integer> collection) {
        remove(before);
        add(after, position, collection);
    }

    @Override
    public Integer getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {}

    @Override
    public synchronized long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public synchronized void drop() {
        positions.clear();
    }

    /** What the query asks of the first field: itself, or in one of the conditions that must all be true. */
    private Object wanted(Document query) {
        if (query.containsKey(first)) {
            return query.get(first);
        }
        if (!(query.get("$and") instanceof Collection<?> conditions)) {
            return null;
        }
        return conditions.stream()
                .filter(Document.class::isInstance)
                .map(condition -> ((Document) condition).get(first))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first field's values; several if it is a list. */
    private Set<KeyValue> values(Document document) {
        Set<KeyValue> values = new LinkedHashSet<>();
        for (KeyValue key : getKeyValues(document)) {
            values.add(new KeyValue(key.get(0)).normalized());
        }
        return values;
    }

    private static Object id(Document document) {
        return document.get("_id");
    }

    private static boolean isNoValue(Object value) {
        return value == null
                || value instanceof Document
                || value instanceof Collection<?>
                || value instanceof BsonRegularExpression;
    }
}
