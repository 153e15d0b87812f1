package dev.supporters.platform.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;

/** A query in MongoDB's language. */
final class MongoQuery {

    private MongoQuery() {}

    /** Where a field is in a document. */
    static String path(String field) {
        return field.equals(Query.ID) ? field : "state." + field;
    }

    static Bson filter(Query query) {
        List<Bson> all = new ArrayList<>();
        query.conditions().forEach(condition -> all.add(filter(condition)));
        if (!query.afterKey().isEmpty()) {
            all.add(behind(query.orders(), query.afterKey()));
        }
        return all.isEmpty() ? new Document() : Filters.and(all);
    }

    static Bson sort(Query query) {
        List<String> fields = query.orders().stream().map(order -> path(order.field())).toList();
        if (fields.isEmpty()) {
            return new Document();
        }
        return query.orders().getFirst().ascending()
                ? Sorts.ascending(fields)
                : Sorts.descending(fields);
    }

    private static Bson filter(Query.Condition condition) {
        String path = path(condition.field());
        return switch (condition.comparison()) {
            case EQUAL -> Filters.eq(path, condition.value());
            case IN -> Filters.in(path, condition.values());
            case BEFORE -> Filters.lt(path, condition.value());
            case AT_OR_BEFORE -> Filters.lte(path, condition.value());
            case AFTER -> Filters.gt(path, condition.value());
            case AT_OR_AFTER -> Filters.gte(path, condition.value());
            case PRESENT -> Filters.exists(path, true);
            case ABSENT -> Filters.exists(path, false);
        };
    }

    /** The first condition bounds the index; the others choose between rows that are equal in the fields before. */
    private static Bson behind(List<Query.Order> orders, List<Object> key) {
        String first = path(orders.getFirst().field());
        boolean ascending = orders.getFirst().ascending();
        if (orders.size() == 1) {
            return beyond(first, key.getFirst(), ascending);
        }
        List<Bson> either = new ArrayList<>();
        List<Bson> equal = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            String path = path(orders.get(i).field());
            List<Bson> row = new ArrayList<>(equal);
            row.add(beyond(path, key.get(i), ascending));
            either.add(Filters.and(row));
            equal.add(Filters.eq(path, key.get(i)));
        }
        Bson bound =
                ascending ? Filters.gte(first, key.getFirst()) : Filters.lte(first, key.getFirst());
        return Filters.and(bound, Filters.or(either));
    }

    private static Bson beyond(String path, Object value, boolean ascending) {
        return ascending ? Filters.gt(path, value) : Filters.lt(path, value);
    }
}
