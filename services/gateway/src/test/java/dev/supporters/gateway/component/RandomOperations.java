package dev.supporters.gateway.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.gateway.SampleCalls;
import dev.supporters.testkit.hostile.RandomValues;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Random operations made from the schema: any root field, with arguments as literals or variables of which a part fits their types, and any
 * selection, with aliases, fragments and directives.
 */
final class RandomOperations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST_SELECTION = 5;
    private static final int DEEPEST_VALUE = 4;

    /** What is somebody's business, so that a part of the requests gets as far as the services. */
    private static final Map<String, String> KNOWN =
            Map.of(
                    "driverId", SampleCalls.DRIVER,
                    "userId", SampleCalls.CUSTOMER,
                    "callId", SampleCalls.CALL,
                    "id", SampleCalls.CALL,
                    "region", "seoul",
                    "businessDate", "2026-11-20",
                    "currency", "KRW");

    private final GraphQLSchema schema;
    private final RandomGenerator random;
    private int plausible;
    private ObjectNode variables = JSON.createObjectNode();
    private final List<String> declared = new ArrayList<>();

    RandomOperations(GraphQLSchema schema, RandomGenerator random) {
        this.schema = schema;
        this.random = random;
    }

    /** The body of a request. */
    String next() {
        plausible = new int[] {0, 50, 90, 98}[random.nextInt(4)];
        variables = JSON.createObjectNode();
        declared.clear();
        boolean mutation = random.nextInt(3) == 0;
        GraphQLObjectType root = mutation ? schema.getMutationType() : schema.getQueryType();
        int fields = random.nextInt(10) == 0 ? 1 + random.nextInt(30) : 1;
        StringBuilder selection = new StringBuilder();
        for (int i = 0; i < fields; i++) {
            selection.append(field(any(root.getFieldDefinitions()), 0)).append(' ');
        }
        String query =
                "%s Random%s { %s }"
                        .formatted(
                                mutation ? "mutation" : "query",
                                declared.isEmpty() ? "" : "(" + String.join(", ", declared) + ")",
                                selection);
        ObjectNode body = JSON.createObjectNode().put("query", damaged(query));
        body.set("variables", variables);
        return body.toString();
    }

    private String field(GraphQLFieldDefinition field, int depth) {
        String alias = random.nextInt(6) == 0 ? "a" + random.nextInt(3) + ": " : "";
        String arguments =
                field.getArguments().stream()
                        .filter(argument ->
                                GraphQLTypeUtil.isNonNull(argument.getType())
                                        || random.nextInt(2) == 0)
                        .map(argument -> argument.getName() + ": " + argument(argument))
                        .collect(Collectors.joining(", "));
        String directive =
                random.nextInt(25) == 0 ? " @include(if: " + random.nextBoolean() + ")" : "";
        return alias
                + field.getName()
                + (arguments.isEmpty() ? "" : "(" + arguments + ")")
                + directive
                + selection(GraphQLTypeUtil.unwrapAll(field.getType()), depth + 1);
    }

    private String selection(GraphQLType type, int depth) {
        if (!(type instanceof GraphQLObjectType object)) {
            return "";
        }
        List<String> selected = new ArrayList<>();
        selected.add("__typename");
        if (depth < DEEPEST_SELECTION) {
            int fields = 1 + random.nextInt(5);
            for (int i = 0; i < fields; i++) {
                selected.add(field(any(object.getFieldDefinitions()), depth));
            }
        }
        String fields = String.join(" ", selected);
        return random.nextInt(10) == 0
                ? " { ... on " + object.getName() + " { " + fields + " } }"
                : " { " + fields + " }";
    }

    private String argument(GraphQLArgument argument) {
        JsonNode value = value(argument.getName(), argument.getType(), 0);
        if (random.nextBoolean()) {
            return literal(value, argument.getType());
        }
        String name = "v" + declared.size();
        declared.add("$" + name + ": " + GraphQLTypeUtil.simplePrint(argument.getType()));
        variables.set(name, value);
        return "$" + name;
    }

    private JsonNode value(String name, GraphQLType type, int depth) {
        if (random.nextInt(100) >= plausible) {
            return hostile(depth);
        }
        return switch (type) {
            case GraphQLNonNull required -> value(name, required.getWrappedType(), depth);
            case GraphQLList list -> {
                var items = JSON.createArrayNode();
                int count = random.nextInt(40) == 0 ? 300 : random.nextInt(3);
                for (int i = 0; i < count; i++) {
                    items.add(value(name, list.getWrappedType(), depth + 1));
                }
                yield items;
            }
            case GraphQLEnumType values ->
                    JSON.getNodeFactory().textNode(any(values.getValues()).getName());
            case GraphQLInputObjectType object when depth < DEEPEST_VALUE -> {
                ObjectNode fields = JSON.createObjectNode();
                object.getFields().stream()
                        .filter(field ->
                                GraphQLTypeUtil.isNonNull(field.getType()) || random.nextBoolean())
                        .forEach(field ->
                                fields.set(
                                        field.getName(),
                                        value(field.getName(), field.getType(), depth + 1)));
                yield fields;
            }
            case GraphQLScalarType scalar -> scalar(name, scalar.getName());
            default -> JSON.createObjectNode();
        };
    }

    private JsonNode scalar(String name, String type) {
        var nodes = JSON.getNodeFactory();
        return switch (type) {
            case "Int", "Long", "BigInteger" -> nodes.numberNode(1 + random.nextInt(100));
            case "Float", "BigDecimal" -> nodes.numberNode(37.5 + random.nextInt(10) / 10.0);
            case "Boolean" -> nodes.booleanNode(random.nextBoolean());
            case "DateTime" -> nodes.textNode("2026-11-20T12:30:00Z");
            case "Date" -> nodes.textNode("2026-11-20");
            default -> nodes.textNode(KNOWN.getOrDefault(name, "a"));
        };
    }

    private JsonNode hostile(int depth) {
        var nodes = JSON.getNodeFactory();
        return switch (random.nextInt(depth < DEEPEST_VALUE ? 8 : 6)) {
            case 0, 1 -> nodes.textNode(RandomValues.text(random));
            case 2 -> nodes.numberNode(RandomValues.number(random));
            case 3 -> nodes.numberNode(random.nextInt(2) == 0 ? 1e300 : -0.000_000_1);
            case 4 -> nodes.booleanNode(random.nextBoolean());
            case 5 -> nodes.nullNode();
            case 6 -> JSON.createArrayNode().add(hostile(depth + 1)).add(hostile(depth + 1));
            default ->
                    JSON.createObjectNode()
                            .<ObjectNode>set("unknown", hostile(depth + 1))
                            .set("driverId", hostile(depth + 1));
        };
    }

    /** As a literal; names of enums stand without quotes where an enum is expected. */
    private String literal(JsonNode value, GraphQLInputType type) {
        GraphQLType expected = GraphQLTypeUtil.unwrapAll(type);
        return literal(value, expected);
    }

    private String literal(JsonNode value, GraphQLType expected) {
        if (value.isObject()) {
            List<String> fields = new ArrayList<>();
            value.properties()
                    .forEach(field ->
                            fields.add(
                                    field.getKey()
                                            + ": "
                                            + literal(
                                                    field.getValue(),
                                                    typeOf(expected, field.getKey()))));
            return "{" + String.join(", ", fields) + "}";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(literal(item, expected)));
            return "[" + String.join(", ", items) + "]";
        }
        boolean name = value.isTextual() && value.asText().matches("[A-Z_]{1,60}");
        return name && expected instanceof GraphQLEnumType ? value.asText() : value.toString();
    }

    private static GraphQLType typeOf(GraphQLType object, String field) {
        return object instanceof GraphQLInputObjectType known && known.getField(field) != null
                ? GraphQLTypeUtil.unwrapAll(known.getField(field).getType())
                : object;
    }

    /** Some are cut, or have a character too much. */
    private String damaged(String query) {
        if (random.nextInt(20) > 0) {
            return query;
        }
        int at = random.nextInt(query.length());
        return random.nextBoolean()
                ? query.substring(0, at)
                : query.substring(0, at)
                        + "{(\"$@!\\\u0000🚗".charAt(random.nextInt(8))
                        + query.substring(at);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
