package dev.supporters.testkit;

import com.mongodb.MongoClientSettings;

import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of MongoDB's query language that our services use, over documents in memory. */
final class BsonQuery {

    private BsonQuery() {}

    static List<Document> run(List<Document> documents, Bson filter, Bson sort, int limit) {
        BsonDocument conditions = rendered(filter);
        Stream<Document> found =
                documents.stream().filter(document -> matches(bson(document), conditions));
        Optional<Comparator<Document>> order = order(rendered(sort));
        return (order.isPresent() ? found.sorted(order.get()) : found)
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
    }

    /** The value at a path like "state.callId". */
    static Optional<BsonValue> value(Document document, String path) {
        return value(bson(document), path);
    }

    private static Optional<BsonValue> value(BsonDocument document, String path) {
        BsonValue value = document;
        for (String step : path.split("\\.")) {
            if (!value.isDocument() || !value.asDocument().containsKey(step)) {
                return Optional.empty();
            }
            value = value.asDocument().get(step);
        }
        return value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private static boolean matches(BsonDocument document, BsonDocument conditions) {
        return conditions.entrySet().stream()
                .allMatch(condition ->
                        switch (condition.getKey()) {
                            case "$and" ->
                                    condition.getValue().asArray().stream()
                                            .allMatch(c -> matches(document, c.asDocument()));
                            case "$or" ->
                                    condition.getValue().asArray().stream()
                                            .anyMatch(c -> matches(document, c.asDocument()));
                            default ->
                                    holds(
                                            value(document, condition.getKey()),
                                            condition.getValue());
                        });
    }

    private static boolean holds(Optional<BsonValue> value, BsonValue condition) {
        boolean operators =
                condition.isDocument()
                        && !condition.asDocument().isEmpty()
                        && condition.asDocument().getFirstKey().startsWith("$");
        if (!operators) {
            return equal(value, condition);
        }
        return condition.asDocument().entrySet().stream()
                .allMatch(operator -> {
                    BsonValue operand = operator.getValue();
                    return switch (operator.getKey()) {
                        case "$eq" -> equal(value, operand);
                        case "$ne" -> !equal(value, operand);
                        case "$in" -> operand.asArray().stream().anyMatch(o -> equal(value, o));
                        case "$nin" -> operand.asArray().stream().noneMatch(o -> equal(value, o));
                        case "$exists" -> value.isPresent() == operand.asBoolean().getValue();
                        case "$gt" -> value.isPresent() && compare(value.get(), operand) > 0;
                        case "$gte" -> value.isPresent() && compare(value.get(), operand) >= 0;
                        case "$lt" -> value.isPresent() && compare(value.get(), operand) < 0;
                        case "$lte" -> value.isPresent() && compare(value.get(), operand) <= 0;
                        default ->
                                throw new IllegalArgumentException(
                                        "operator "
                                                + operator.getKey()
                                                + " (expected: one of BsonQuery's)");
                    };
                });
    }

    private static boolean equal(Optional<BsonValue> value, BsonValue operand) {
        if (operand.isNull() || value.isEmpty()) {
            return operand.isNull() && value.isEmpty();
        }
        if (value.get().isArray() && !operand.isArray()) {
            return value.get().asArray().stream()
                    .anyMatch(element -> compare(element, operand) == 0);
        }
        return compare(value.get(), operand) == 0;
    }

    private static int compare(BsonValue left, BsonValue right) {
        if (left instanceof BsonNumber a && right instanceof BsonNumber b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (left.getBsonType() != right.getBsonType()) {
            return left.getBsonType().compareTo(right.getBsonType());
        }
        return switch (left.getBsonType()) {
            case STRING -> left.asString().compareTo(right.asString());
            case DATE_TIME -> left.asDateTime().compareTo(right.asDateTime());
            case BOOLEAN -> left.asBoolean().compareTo(right.asBoolean());
            default -> left.equals(right) ? 0 : left.toString().compareTo(right.toString());
        };
    }

    private static Optional<Comparator<Document>> order(BsonDocument sort) {
        return sort.entrySet().stream()
                .map(field -> {
                    Comparator<Document> byField =
                            Comparator.comparing(
                                    document -> value(document, field.getKey()).orElse(null),
                                    Comparator.nullsFirst(BsonQuery::compare));
                    return field.getValue().asNumber().intValue() < 0
                            ? byField.reversed()
                            : byField;
                })
                .reduce(Comparator::thenComparing);
    }

    private static BsonDocument rendered(Bson bson) {
        return bson.toBsonDocument(
                BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
    }

    private static BsonDocument bson(Document document) {
        return BsonDocumentWrapper.asBsonDocument(
                document, MongoClientSettings.getDefaultCodecRegistry());
    }
}
