package dev.supporters.gateway.console;

import dev.supporters.platform.digest.Sha256;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** TypeScript of the console's operations: what each takes and answers, as the schema says it, and its text. */
final class OperationTypes {

    private static final Map<String, String> SCALARS =
            Map.of(
                    "ID", "string",
                    "String", "string",
                    "Date", "string",
                    "DateTime", "string",
                    "Boolean", "boolean",
                    "Int", "number",
                    "Float", "number",
                    "BigInteger", "number",
                    "BigDecimal", "number");

    private static final String HEADER =
            """
            // Made from operations/*.graphql and the schema by OperationTypesTest (-Dsupporters.console.update=true).
            // Not changed by hand.

            /** An operation: its text, the SHA-256 by which the gateway knows it, and in its type what it answers and takes. */
            export interface Operation<Answer, Variables> {
              readonly text: string;
              readonly hash: string;
              readonly types?: (variables: Variables) => Answer;
            }
            """;

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new TreeMap<>();
    private final Map<String, OperationDefinition> operations = new TreeMap<>();
    private final Map<String, String> named = new TreeMap<>();

    OperationTypes(GraphQLSchema schema, Document document) {
        this.schema = schema;
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                fragments.put(fragment.getName(), fragment);
            } else if (definition instanceof OperationDefinition operation) {
                operations.put(operation.getName(), operation);
            }
        }
    }

    String write() {
        StringBuilder types = new StringBuilder();
        fragments.forEach((name, fragment) ->
                types.append(
                        "\nexport type %s = %s;\n"
                                .formatted(
                                        name,
                                        answer(
                                                fragment.getTypeCondition().getName(),
                                                fragment.getSelectionSet()))));
        operations.forEach((name, operation) -> types.append(operation(name, operation)));
        StringBuilder text = new StringBuilder(HEADER);
        named.forEach(
                (name, body) -> text.append("\nexport type %s = %s;\n".formatted(name, body)));
        return text.append(types).toString();
    }

    private String operation(String name, OperationDefinition operation) {
        return """

        export const %s: Operation<
          %s,
          %s
        > = {
          text: `%s`,
          hash: "%s",
        };
        """
                .formatted(
                        name,
                        answer(root(operation), operation.getSelectionSet()),
                        variables(operation),
                        text(operation),
                        hash(text(operation)));
    }

    /** The texts of all operations by their hashes. */
    Map<String, String> persisted() {
        return operations.values().stream()
                .map(this::text)
                .collect(
                        Collectors.toMap(
                                OperationTypes::hash,
                                text -> text,
                                (one, same) -> one,
                                TreeMap::new));
    }

    private static String hash(String text) {
        return Sha256.hex(text);
    }

    private String root(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> "Query";
            case MUTATION -> "Mutation";
            case SUBSCRIPTION -> "Subscription";
        };
    }

    private String text(OperationDefinition operation) {
        Map<String, FragmentDefinition> used = new TreeMap<>();
        collect(operation.getSelectionSet(), used);
        return AstPrinter.printAstCompact(operation)
                + used.values().stream()
                        .map(fragment -> " " + AstPrinter.printAstCompact(fragment))
                        .collect(Collectors.joining());
    }

    private void collect(SelectionSet selections, Map<String, FragmentDefinition> used) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (used.put(spread.getName(), fragment) == null) {
                    collect(fragment.getSelectionSet(), used);
                }
            } else if (selection instanceof Field field && field.getSelectionSet() != null) {
                collect(field.getSelectionSet(), used);
            }
        }
    }

    /** Fragments as names, joined with the object of the fields beside them. */
    private String answer(String typeName, SelectionSet selections) {
        GraphQLFieldsContainer type = (GraphQLFieldsContainer) schema.getType(typeName);
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> parts = new java.util.ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case FragmentSpread spread -> parts.add(spread.getName());
                case Field field ->
                        fields.put(
                                field.getAlias() == null ? field.getName() : field.getAlias(),
                                output(
                                        type.getFieldDefinition(field.getName()).getType(),
                                        field.getSelectionSet()));
                default ->
                        throw new IllegalArgumentException(
                                selection + " (expected: a field or a named fragment)");
            }
        }
        if (!fields.isEmpty()) {
            parts.add(object(fields));
        }
        return String.join(" & ", parts);
    }

    private String output(GraphQLType type, SelectionSet selections) {
        if (type instanceof GraphQLNonNull nonNull) {
            return bare(nonNull.getWrappedType(), selections);
        }
        return bare(type, selections) + " | null";
    }

    private String bare(GraphQLType type, SelectionSet selections) {
        if (type instanceof GraphQLList list) {
            // the schema lets elements be null; the gateway never answers one
            GraphQLType element = GraphQLTypeUtil.unwrapNonNull(list.getWrappedType());
            return "Array<%s>".formatted(bare(element, selections));
        }
        if (type instanceof GraphQLObjectType object) {
            return answer(object.getName(), selections);
        }
        return name((GraphQLNamedType) type);
    }

    private String name(GraphQLNamedType type) {
        if (type instanceof GraphQLEnumType values) {
            named.putIfAbsent(
                    type.getName(),
                    values.getValues().stream()
                            .map(value -> "\"" + value.getName() + "\"")
                            .collect(Collectors.joining(" | ")));
            return type.getName();
        }
        if (type instanceof GraphQLInputObjectType input) {
            if (named.putIfAbsent(type.getName(), "") == null) {
                named.put(type.getName(), object(inputFields(input)));
            }
            return type.getName();
        }
        return SCALARS.get(type.getName());
    }

    private Map<String, String> inputFields(GraphQLInputObjectType input) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
            boolean required =
                    field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
            fields.put(field.getName() + (required ? "" : "?"), input(field.getType()));
        }
        return fields;
    }

    private String input(GraphQLType type) {
        if (type instanceof GraphQLNonNull nonNull) {
            return inputBare(nonNull.getWrappedType());
        }
        return inputBare(type) + " | null";
    }

    private String inputBare(GraphQLType type) {
        if (type instanceof GraphQLList list) {
            return "Array<%s>"
                    .formatted(inputBare(GraphQLTypeUtil.unwrapNonNull(list.getWrappedType())));
        }
        return name((GraphQLNamedType) type);
    }

    private String variables(OperationDefinition operation) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            boolean required = variable.getType() instanceof NonNullType;
            fields.put(
                    variable.getName() + (required ? "" : "?"),
                    variable(variable.getType()) + (required ? "" : " | null"));
        }
        return fields.isEmpty() ? "Record<string, never>" : object(fields);
    }

    private String variable(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> variable(nonNull.getType());
            case ListType list -> "Array<%s>".formatted(variable(list.getType()));
            case TypeName named -> name((GraphQLNamedType) schema.getType(named.getName()));
            default -> throw new IllegalArgumentException(type + " (expected: a type)");
        };
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("; ", "{ ", " }"));
    }
}
