package dev.supporters.gateway.component;

import dev.supporters.gateway.SampleCalls;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A valid operation for each root field, made from the schema: with all that is required, and with what names a person or a command. The values are
 * those of {@link SampleCalls}, so that it is the business of one driver and one customer.
 */
final class SampleOperations {

    /** Who is asked about, what a driver answers, and what is required although the schema cannot say so. */
    private static final List<String> ALWAYS =
            List.of("driverId", "userId", "commandId", "currency", "sample");

    /** What no type tells. */
    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry("driverId", text(SampleCalls.DRIVER)),
                    Map.entry("userId", text(SampleCalls.CUSTOMER)),
                    Map.entry("id", text(SampleCalls.CALL)),
                    Map.entry("callId", text(SampleCalls.CALL)),
                    Map.entry("entityId", text("call:" + SampleCalls.CALL)),
                    Map.entry("month", text("2026-11")),
                    Map.entry("timeZone", text("Asia/Seoul")),
                    Map.entry("windowBegin", text("21:00")),
                    Map.entry("windowMinutes", "240"),
                    Map.entry("intervalMinutes", "30"),
                    Map.entry("washOutMinutes", "5"),
                    Map.entry("appVersion", text("5.2.0")),
                    Map.entry("currency", text("KRW")),
                    Map.entry("lat", "37.5"),
                    Map.entry("lng", "127"),
                    Map.entry("north", "38"),
                    Map.entry("south", "37"),
                    Map.entry("east", "128"),
                    Map.entry("west", "126"));

    private static final Map<String, String> BY_TYPE =
            Map.of(
                    "Int", "1",
                    "Float", "1.5",
                    "Boolean", "true",
                    "BigInteger", "1",
                    "BigDecimal", "1",
                    "String", text("a"),
                    "ID", text("a"),
                    "Date", text("2026-11-20"),
                    "DateTime", text("2026-11-20T12:30:00Z"));

    private SampleOperations() {}

    /**
     * @param kind query, mutation or subscription
     */
    static String operation(String kind, GraphQLFieldDefinition field) {
        String arguments =
                field.getArguments().stream()
                        .filter(SampleOperations::isGiven)
                        .map(each -> each.getName() + ": " + value(each.getName(), each.getType()))
                        .collect(Collectors.joining(", "));
        return "%s { %s%s%s }"
                .formatted(
                        kind,
                        field.getName(),
                        arguments.isEmpty() ? "" : "(" + arguments + ")",
                        GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType
                                ? " { __typename }"
                                : "");
    }

    private static boolean isGiven(GraphQLArgument argument) {
        return isRequired(argument.getType(), argument.hasSetDefaultValue())
                || ALWAYS.contains(argument.getName());
    }

    private static boolean isGiven(GraphQLInputObjectField field) {
        return isRequired(field.getType(), field.hasSetDefaultValue())
                || ALWAYS.contains(field.getName());
    }

    private static boolean isRequired(GraphQLType type, boolean hasDefault) {
        return GraphQLTypeUtil.isNonNull(type) && !hasDefault;
    }

    private static String value(String name, GraphQLInputType type) {
        return switch (type) {
            case GraphQLNonNull required ->
                    value(name, (GraphQLInputType) required.getWrappedType());
            case GraphQLList list ->
                    "[" + value(name, (GraphQLInputType) list.getWrappedType()) + "]";
            case GraphQLEnumType values -> values.getValues().getFirst().getName();
            case GraphQLInputObjectType object ->
                    object.getFields().stream()
                            .filter(SampleOperations::isGiven)
                            .map(each ->
                                    each.getName() + ": " + value(each.getName(), each.getType()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case GraphQLScalarType scalar -> scalar(name, scalar);
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private static String scalar(String name, GraphQLNamedType scalar) {
        String byName = BY_NAME.get(name);
        if (byName != null) {
            boolean number = !byName.startsWith("\"");
            return number && scalar.getName().equals(Scalars.GraphQLString.getName())
                    ? text(byName)
                    : byName;
        }
        String byType = BY_TYPE.get(scalar.getName());
        if (byType == null) {
            throw new IllegalArgumentException("no sample of " + name + ": " + scalar.getName());
        }
        return byType;
    }

    private static String text(String value) {
        return "\"" + value + "\"";
    }
}
