package dev.supporters.player.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The schema that the gateway publishes: whether it has what a request asks, and takes its variables. */
public final class GatewaySchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> STANDARD = List.of("ID", "String", "Int", "Float", "Boolean");
    private static final GraphQLSchema SCHEMA = read();

    private GatewaySchema() {}

    /** What is wrong with a document and its variables; empty if nothing is. */
    public static List<String> problems(String document, JsonNode variables) {
        ExecutionInput input =
                ExecutionInput.newExecutionInput(document).variables(map(variables)).build();
        return GraphQL.newGraphQL(SCHEMA).build().execute(input).getErrors().stream()
                .filter(error ->
                        error.getErrorType() == ErrorType.InvalidSyntax
                                || error.getErrorType() == ErrorType.ValidationError)
                .map(GraphQLError::getMessage)
                .toList();
    }

    private static Map<String, Object> map(JsonNode variables) {
        try {
            return MAPPER.treeToValue(variables, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static GraphQLSchema read() {
        TypeDefinitionRegistry types =
                new SchemaParser().parse(new File("../gateway/schema.graphql"));
        RuntimeWiring.Builder wiring =
                RuntimeWiring.newRuntimeWiring().wiringFactory(new NothingFetched());
        types.scalars().keySet().stream()
                .filter(name -> !STANDARD.contains(name))
                .map(GatewaySchema::scalar)
                .forEach(wiring::scalar);
        return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    }

    private static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new AnyValue()).build();
    }

    /** Every field is null; scalars are ours. */
    private static final class NothingFetched extends MockedWiringFactory {

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return false;
        }
    }

    /** The gateway's own scalars: what they look like is checked there. */
    private static final class AnyValue implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseLiteral(
                Value<?> literal,
                CoercedVariables variables,
                GraphQLContext context,
                Locale locale) {
            return literal;
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return StringValue.of(value.toString());
        }
    }
}
