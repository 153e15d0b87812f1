package dev.supporters.platform.store;

import org.bson.Document;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Compares what documents contain as MongoDB does, for queries that are answered in memory. */
@SuppressWarnings("JavaUtilDate") // the type of BSON dates in the driver of MongoDB
public final class StoredValues {

    private StoredValues() {}

    /** The value of a field of the state, or of {@link Query#ID}, in a whole document; in a list of parts, the values of all of them. */
    public static Optional<Object> of(Document document, String field) {
        Optional<Object> value = Optional.of(document);
        for (String step : MongoQuery.path(field).split("\\.", -1)) {
            value = value.flatMap(found -> part(found, step));
        }
        return value;
    }

    private static Optional<Object> part(Object value, String step) {
        return switch (value) {
            case Document document -> Optional.ofNullable(document.get(step));
            case List<?> list ->
                    Optional.of(list.stream().flatMap(each -> part(each, step).stream()).toList());
            default -> Optional.empty();
        };
    }

    /** The order of a query's results. */
    public static Comparator<Document> order(Query query) {
        return query.orders().stream()
                .map(StoredValues::comparator)
                .reduce(Comparator::thenComparing)
                .orElse((_, _) -> 0);
    }

    /** Whether two values can be compared: only values of one kind can. */
    public static boolean comparable(Object left, Object right) {
        return rank(left) == rank(right);
    }

    public static int compare(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof Date a && right instanceof Date b) {
            return a.compareTo(b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.compareTo(b);
        }
        int byKind = Integer.compare(rank(left), rank(right));
        return byKind == 0 && !left.equals(right)
                ? left.toString().compareTo(right.toString())
                : byKind;
    }

    private static Comparator<Document> comparator(Query.Order order) {
        Comparator<Document> ascending =
                Comparator.comparing(
                        document -> of(document, order.field()).orElse(null),
                        Comparator.nullsFirst(StoredValues::compare));
        return order.ascending() ? ascending : ascending.reversed();
    }

    /** The order of kinds in MongoDB. */
    private static int rank(Object value) {
        return switch (value) {
            case Number number -> 1;
            case String text -> 2;
            case Document document -> 3;
            case Iterable<?> list -> 4;
            case Boolean flag -> 5;
            case Date date -> 6;
            default -> 7;
        };
    }
}
