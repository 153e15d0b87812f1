package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.adapter.graphql.server.OperationLimits.Allowed;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the console asks costs no more than the gateway takes as it is usually set up. */
class ConsoleOperationsTest {

    private static final Path OPERATIONS = Path.of("src/main/resources/web/app/graphql/operations");
    private static final Allowed ALL = new Allowed(Set.of(Operation.values()), "anything", 400);
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final TypeDefinitionRegistry schema = schema();

    @Test
    void everyQueryOfTheConsoleIsWithinTheLimits() throws IOException {
        // Given
        String text = operations();
        Document document = new Parser().parseDocument(text);
        GraphQL graphQL = graphQL();

        // When
        Map<String, String> refused =
                document.getDefinitionsOfType(OperationDefinition.class).stream()
                        .filter(operation -> operation.getOperation() == Operation.QUERY)
                        .collect(
                                Collectors.toMap(
                                        OperationDefinition::getName,
                                        operation -> refusal(graphQL, text, operation)));

        // Then
        assertThat(refused)
                .containsKeys(
                        "OpenApplications",
                        "AbuseSignals",
                        "Calls",
                        "ReadExperiment",
                        "DryRunPolicy");
        assertThat(refused.values()).containsOnly("");
    }

    /** Why it is refused; empty if it is not. */
    private String refusal(GraphQL graphQL, String text, OperationDefinition operation) {
        Map<String, Object> variables =
                operation.getVariableDefinitions().stream()
                        .filter(variable -> variable.getType() instanceof NonNullType)
                        .collect(Collectors.toMap(VariableDefinition::getName, this::sample));
        try {
            ExecutionResult result =
                    graphQL.execute(
                            ExecutionInput.newExecutionInput(text)
                                    .operationName(operation.getName())
                                    .variables(variables)
                                    .graphQLContext(Map.of(OperationLimits.ALLOWED, ALL)));
            return result.getErrors().stream()
                    .filter(error -> error.getPath() == null)
                    .map(error -> operation.getName() + ": " + error.getMessage())
                    .collect(Collectors.joining());
        } catch (RuntimeException tooDear) {
            return operation.getName() + ": " + tooDear.getMessage();
        }
    }

    private Object sample(VariableDefinition variable) {
        return sample(variable.getType());
    }

    /** Something that a type takes: of an input all that it requires. */
    private Object sample(Type<?> type) {
        return switch (type) {
            case NonNullType required -> sample(required.getType());
            case ListType list -> List.of(sample(list.getType()));
            case TypeName named -> sample(named.getName());
            default -> throw new IllegalArgumentException(type + " (expected: a type)");
        };
    }

    private Object sample(String name) {
        if (schema.types().get(name) instanceof InputObjectTypeDefinition input) {
            return input.getInputValueDefinitions().stream()
                    .filter(field -> field.getType() instanceof NonNullType)
                    .collect(
                            Collectors.toMap(
                                    InputValueDefinition::getName,
                                    field -> sample(field.getType())));
        }
        if (schema.types().get(name) instanceof EnumTypeDefinition one) {
            return one.getEnumValueDefinitions().getFirst().getName();
        }
        return switch (name) {
            case "Boolean" -> true;
            case "Int", "Float" -> 1;
            default -> "1";
        };
    }

    private GraphQL graphQL() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        schema.scalars().keySet().stream()
                .filter(name -> !BUILT_IN.contains(name))
                .forEach(name -> wiring.scalar(scalar(name)));
        return GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(schema, wiring.build()))
                .instrumentation(new OperationLimits(16, 400, 20, 100, 20_000))
                .build();
    }

    private static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Anything()).build();
    }

    private static TypeDefinitionRegistry schema() {
        try {
            return new SchemaParser().parse(Files.readString(Path.of("schema.graphql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String operations() throws IOException {
        try (Stream<Path> files = Files.list(OPERATIONS)) {
            List<Path> sorted = files.sorted().toList();
            StringBuilder text = new StringBuilder();
            for (Path file : sorted) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        }
    }

    /** Takes every value as it is: only what an operation costs is looked at. */
    private static final class Anything implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return input instanceof StringValue text ? text.getValue() : input.toString();
        }
    }
}
