package dev.supporters.platform.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a collection is: its name, how states are written, which indexes it has, and when aggregates leave it. Production and tests
 * open the same declaration. Immutable; each method returns a declaration with one thing more.
 *
 * @param form the number of the stored form that the mapper writes; documents of an older form are rewritten in the background
 * @param endField the state's field with the instant at which an aggregate ended, absent while it is live; empty if nothing is archived
 * @param expiryField the state's field from whose instant on an aggregate is kept for a while; empty if nothing is deleted without an archive
 */
public record CollectionSpec<T>(
        String name,
        StateMapper<T> mapper,
        List<Index> indexes,
        int form,
        Optional<String> endField,
        Optional<String> expiryField) {

    private static final String ARCHIVE_INDEX = "archive";
    private static final String EXPIRY_INDEX = "expiry";
    private static final Set<String> RESERVED = Set.of("outbox", "form", "version", "_id_");

    public CollectionSpec {
        requireNonNull(mapper);
        indexes = List.copyOf(indexes);
        Set<String> names = new HashSet<>(RESERVED);
        for (Index index : indexes) {
            if (!names.add(index.name())) {
                throw new IllegalArgumentException(
                        "index: " + index.name() + " (expected: a name that is free)");
            }
        }
    }

    public static <T> CollectionSpec<T> of(String name, StateMapper<T> mapper) {
        return new CollectionSpec<>(name, mapper, List.of(), 1, Optional.empty(), Optional.empty());
    }

    /** An index on fields of the state, or {@link Query#ID}, in the order in which queries need them. */
    public CollectionSpec<T> index(String indexName, String... fields) {
        return with(new Index(indexName, List.of(fields), false));
    }

    /**
     * A combination of fields that only one document may have, among those that have any of the fields. Only working documents
     * count: an archived one does not keep a value taken.
     */
    public CollectionSpec<T> uniqueIndex(String indexName, String... fields) {
        return with(new Index(indexName, List.of(fields), true));
    }

    /** The number of the stored form; increased with every change of what the mapper writes. */
    public CollectionSpec<T> storedForm(int number) {
        return new CollectionSpec<>(name, mapper, indexes, number, endField, expiryField);
    }

    /** Aggregates that have this field leave the collection a while after the instant in it: see {@link ArchiveConfig}. */
    public CollectionSpec<T> archivedBy(String field) {
        CollectionSpec<T> indexed = with(new Index(ARCHIVE_INDEX, List.of(field), false));
        return new CollectionSpec<>(
                name, mapper, indexed.indexes(), form, Optional.of(field), expiryField);
    }

    /**
     * Aggregates that have this field are deleted a retention after the instant in it: see {@link ArchiveConfig}. There is no archive;
     * what is deleted is as if it had never been.
     */
    public CollectionSpec<T> deletedBy(String field) {
        CollectionSpec<T> indexed = with(new Index(EXPIRY_INDEX, List.of(field), false));
        return new CollectionSpec<>(
                name, mapper, indexed.indexes(), form, endField, Optional.of(field));
    }

    /**
     * Accepts a query that an index serves.
     *
     * @throws IllegalArgumentException where none does
     */
    public void requireIndexFor(Query query) {
        boolean served =
                Index.BY_ID.serves(query) || indexes.stream().anyMatch(i -> i.serves(query));
        if (!served) {
            throw new IllegalArgumentException(
                    name + ": no index serves " + query + " (expected: one of " + indexes + ")");
        }
    }

    private CollectionSpec<T> with(Index index) {
        List<Index> all = new ArrayList<>(indexes);
        all.add(index);
        return new CollectionSpec<>(name, mapper, all, form, endField, expiryField);
    }

    /** An index; a unique one contains only documents that have at least one of its fields. */
    public record Index(String name, List<String> fields, boolean unique) {

        static final Index BY_ID = new Index("_id_", List.of(Query.ID), false);

        public Index {
            requireNonNull(name);
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("index " + name + " has no fields");
            }
        }

        /**
         * Whether a query can use the index:
         *
         * <ol>
         *   <li>The index begins with fields that the query compares for equality ("equal", "in", "absent"), in any order.
         *   <li>The order's fields follow them; without an order, there is equality or a range on the first field.
         *   <li>All other conditions are on fields of the same index: they are checked in the index, before a document is read.
         *   <li>A unique index leaves out documents without its fields: it serves only queries with a condition on its first field,
         *       and none for absence.
         * </ol>
         */
        public boolean serves(Query query) {
            Set<String> compared =
                    query.conditions().stream()
                            .map(Query.Condition::field)
                            .collect(Collectors.toSet());
            if (!fields.containsAll(compared)) {
                return false;
            }
            Set<String> equal = new HashSet<>();
            for (Query.Condition condition : query.conditions()) {
                switch (condition.comparison()) {
                    case EQUAL, IN -> equal.add(condition.field());
                    case ABSENT -> {
                        if (unique) {
                            return false;
                        }
                        equal.add(condition.field());
                    }
                    case BEFORE, AT_OR_BEFORE, AFTER, AT_OR_AFTER, PRESENT -> {}
                }
            }
            boolean begins = compared.contains(fields.getFirst());
            List<String> orders = query.orders().stream().map(Query.Order::field).toList();
            return orders.isEmpty() ? begins : (begins || !unique) && sorts(orders, equal);
        }

        private boolean sorts(List<String> orders, Set<String> equal) {
            int from = 0;
            while (from + orders.size() <= fields.size()) {
                if (fields.subList(from, from + orders.size()).equals(orders)) {
                    return true;
                }
                if (!equal.contains(fields.get(from))) {
                    return false;
                }
                from++;
            }
            return false;
        }

        @Override
        public String toString() {
            return (unique ? "unique " : "") + name + fields;
        }
    }
}
