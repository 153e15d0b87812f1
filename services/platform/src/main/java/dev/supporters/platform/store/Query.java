package dev.supporters.platform.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which aggregates are wanted: conditions that must all be true, an order, and at most how many. Immutable; each method returns a
 * query with one thing more. A field is one of the state, like "driverId" or "command.id", or {@link #ID}.
 *
 * <p>Values are given as the domain has them (text, numbers, booleans, instants, dates, enum constants) and are compared as
 * {@link StoredFields} writes them. A query runs only if a declared index serves it: see {@link CollectionSpec.Index#serves}.
 *
 * @param afterKey the values of the order's fields in the last row of the page before; empty on the first page
 * @param includesArchived whether archived aggregates are wanted, too
 */
public record Query(
        List<Condition> conditions,
        List<Order> orders,
        List<Object> afterKey,
        int limit,
        boolean includesArchived) {

    /** The document's id as a field. */
    public static final String ID = "_id";

    /** No query returns more. */
    public static final int MAX_LIMIT = 10_000;

    public Query {
        conditions = List.copyOf(conditions);
        orders = List.copyOf(orders);
        afterKey = List.copyOf(afterKey);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit: " + limit + " (expected: 1 to " + MAX_LIMIT + ")");
        }
        if (orders.stream().map(Order::ascending).distinct().count() > 1) {
            throw new IllegalArgumentException("orders: " + orders + " (expected: one direction)");
        }
        if (!afterKey.isEmpty() && afterKey.size() != orders.size()) {
            throw new IllegalArgumentException(
                    "afterKey: " + afterKey + " (expected: a value for each of " + orders + ")");
        }
    }

    /** The start of every query: it has a limit. */
    public static Query atMost(int limit) {
        return new Query(List.of(), List.of(), List.of(), limit, false);
    }

    /** The field has the value; a field that is a list contains it. */
    public Query equal(String field, Object value) {
        return where(field, Comparison.EQUAL, value);
    }

    /** The field has one of the values. */
    public Query in(String field, Collection<?> values) {
        return where(
                new Condition(
                        field, Comparison.IN, values.stream().map(StoredFields::stored).toList()));
    }

    public Query before(String field, Object value) {
        return where(field, Comparison.BEFORE, value);
    }

    public Query atOrBefore(String field, Object value) {
        return where(field, Comparison.AT_OR_BEFORE, value);
    }

    public Query after(String field, Object value) {
        return where(field, Comparison.AFTER, value);
    }

    public Query atOrAfter(String field, Object value) {
        return where(field, Comparison.AT_OR_AFTER, value);
    }

    /** From {@code begin} on, and before {@code end}. */
    public Query between(String field, Object begin, Object end) {
        return atOrAfter(field, begin).before(field, end);
    }

    public Query present(String field) {
        return where(new Condition(field, Comparison.PRESENT, List.of()));
    }

    public Query absent(String field) {
        return where(new Condition(field, Comparison.ABSENT, List.of()));
    }

    /** Sorts by the fields, smallest and oldest first; documents without the field come first. */
    public Query ascending(String... fields) {
        return sorted(true, fields);
    }

    /** Sorts by the fields, greatest and newest first. */
    public Query descending(String... fields) {
        return sorted(false, fields);
    }

    /** Continues behind the row that has these values in the fields of the order: the last row of the page before. */
    public Query afterKey(Object... values) {
        List<Object> key = List.of(values).stream().map(StoredFields::stored).toList();
        return new Query(conditions, orders, key, limit, includesArchived);
    }

    /** Archived aggregates are wanted, too. Costs a second query. */
    public Query includingArchived() {
        return new Query(conditions, orders, afterKey, limit, true);
    }

    private Query where(String field, Comparison comparison, Object value) {
        return where(new Condition(field, comparison, List.of(StoredFields.stored(value))));
    }

    private Query where(Condition condition) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Query(all, orders, afterKey, limit, includesArchived);
    }

    private Query sorted(boolean ascending, String... fields) {
        List<Order> all = new ArrayList<>(orders);
        for (String field : fields) {
            all.add(new Order(field, ascending));
        }
        return new Query(conditions, all, afterKey, limit, includesArchived);
    }

    /** How a field is compared with values. */
    public enum Comparison {
        EQUAL,
        IN,
        BEFORE,
        AT_OR_BEFORE,
        AFTER,
        AT_OR_AFTER,
        PRESENT,
        ABSENT
    }

    /**
     * A condition on one field.
     *
     * @param values as they are stored; several only for IN, none for PRESENT and ABSENT
     */
    public record Condition(String field, Comparison comparison, List<Object> values) {

        public Condition {
            requireNonNull(field);
            requireNonNull(comparison);
            values = List.copyOf(values);
        }

        /** The only value. */
        public Object value() {
            return values.getFirst();
        }
    }

    /** A field to sort by. */
    public record Order(String field, boolean ascending) {

        public Order {
            requireNonNull(field);
        }
    }
}
