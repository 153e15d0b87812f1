package dev.supporters.testkit;

import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.StoredValues;

import org.bson.Document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Answers queries over documents in memory as MongoDB does. */
final class QueryEvaluator {

    private QueryEvaluator() {}

    static List<Document> run(Collection<Document> documents, Query query) {
        return documents.stream()
                .filter(document -> query.conditions().stream().allMatch(c -> matches(document, c)))
                .filter(document -> query.afterKey().isEmpty() || isBehind(document, query))
                .sorted(StoredValues.order(query))
                .limit(query.limit())
                .toList();
    }

    private static boolean matches(Document document, Query.Condition condition) {
        Optional<Object> value = StoredValues.of(document, condition.field());
        return switch (condition.comparison()) {
            case PRESENT -> value.isPresent();
            case ABSENT -> value.isEmpty();
            case EQUAL, IN ->
                    condition.values().stream()
                            .anyMatch(wanted -> value.filter(v -> equal(v, wanted)).isPresent());
            case BEFORE -> compared(value, condition, order -> order < 0);
            case AT_OR_BEFORE -> compared(value, condition, order -> order <= 0);
            case AFTER -> compared(value, condition, order -> order > 0);
            case AT_OR_AFTER -> compared(value, condition, order -> order >= 0);
        };
    }

    private static boolean equal(Object value, Object wanted) {
        return value instanceof Collection<?> elements
                ? elements.stream().anyMatch(element -> equal(element, wanted))
                : StoredValues.compare(value, wanted) == 0;
    }

    private static boolean compared(
            Optional<Object> value, Query.Condition condition, IntPredicate wanted) {
        return value.filter(v -> StoredValues.comparable(v, condition.value()))
                .filter(v -> wanted.test(StoredValues.compare(v, condition.value())))
                .isPresent();
    }

    private static boolean isBehind(Document document, Query query) {
        for (int i = 0; i < query.orders().size(); i++) {
            Query.Order order = query.orders().get(i);
            Optional<Object> value = StoredValues.of(document, order.field());
            if (value.isEmpty()) {
                return false;
            }
            Comparator<Object> ascending = StoredValues::compare;
            Comparator<Object> direction = order.ascending() ? ascending : ascending.reversed();
            int compared = direction.compare(value.get(), query.afterKey().get(i));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return false;
    }
}
