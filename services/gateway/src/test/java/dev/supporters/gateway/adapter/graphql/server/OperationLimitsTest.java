package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.adapter.graphql.server.OperationLimits.Allowed;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.ParserOptions;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class OperationLimitsTest {

    private static final String SCHEMA =
            "type Query { calls(first: Int): Page tag: Tag } type Mutation { change: Int }"
                    + " type Page { edges: [Edge] } type Edge { node: Call }"
                    + " type Call { id: ID tags: [Tag] } type Tag { name: String }";
    private static final Allowed ALL = new Allowed(Set.of(Operation.values()), "anything", 400);

    private final GraphQL graphQL =
            GraphQL.newGraphQL(
                            new SchemaGenerator()
                                    .makeExecutableSchema(
                                            new SchemaParser().parse(SCHEMA),
                                            RuntimeWiring.newRuntimeWiring().build()))
                    .instrumentation(new OperationLimits(6, 100, 20, 100, 1000))
                    .preparsedDocumentProvider(new DocumentProvider(Set.of(), 10_000, 500_000))
                    .build();

    @Test
    void takesWhatCostsLittle() {
        taken("{ calls(first: 10) { edges { node { id } } } }");
        taken("{ " + aliases(4, "tag { name }") + " }");
        taken("{ __schema { types { name } } }");
    }

    @Test
    void aFieldOfTheOperationCostsMore() {
        refused("{ " + aliases(5, "tag { name }") + " }", "a cost of 105");
    }

    @Test
    void aFragmentCostsAsOftenAsItIsSpread() {
        String fragments =
                " fragment N on Edge { %s } fragment I on Call { %s }"
                        .formatted(aliases(10, "node { ...I }"), aliases(10, "id"));
        refused("{ calls(first: 1) { edges { ...N } } }" + fragments, "more than 100 fields");
    }

    @Test
    void refusesFragmentsThatWouldKeepValidationBusy() {
        for (int spreads : new int[] {2, 16}) {
            String doubled =
                    IntStream.range(0, 60)
                            .mapToObj(i ->
                                    "fragment F%d on Query { %s}"
                                            .formatted(i, ("...F" + (i + 1) + " ").repeat(spreads)))
                            .collect(Collectors.joining(" "));
            refused(
                    "{ ...F0 } " + doubled + " fragment F60 on Query { __typename }",
                    "more than 20000 fields");
        }
        refused(
                "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
                "the fragment");
    }

    @Test
    void anAliasOfTheTypesNameCostsToo() {
        refused("{ tag { " + aliases(100, "__typename") + " } }", "more than 100 fields");
    }

    @Test
    void multipliesByPagesAndLists() {
        taken("{ calls(first: 100) { edges { node { id } } } }");
        refused(
                "{ calls(first: 100) { edges { node { " + aliases(10, "id") + " } } } }",
                "an answer of up to 1102 fields");
        refused("{ calls { edges { node { tags { name } } } } }", "an answer of up to 1202 fields");
        taken("{ calls(first: 2) { edges { node { tags { name } } } } }");
        taken(
                "query($f: Int) { calls(first: $f) { edges { node { tags { name } } } } }",
                Map.of("f", 2));
        refused(
                "query($f: Int) { calls(first: $f) { edges { node { tags { name } } } } }",
                Map.of("f", 90),
                "an answer");
    }

    /** Documents are kept, and what was found of those whose cost is always the same. */
    @Test
    void whatAVariableMakesDearerIsJudgedAgain() {
        String withTags =
                "query($all: Boolean!) { calls(first: 100) { edges { node { id tags @include(if: $all) { name } } } } }";
        taken(withTags, Map.of("all", false));
        refused(withTags, Map.of("all", true), "an answer");

        String always = "query Named { calls(first: 100) { edges { node { id } } } }";
        taken(always);
        taken(always);
    }

    @Test
    void refusesWhatIsTooDeep() {
        refused(
                "{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } }",
                "6 levels");
    }

    @Test
    void refusesKindsOfOperationThatAreNotCarried() {
        Allowed queries = new Allowed(Set.of(Operation.QUERY), "a query", 405);

        assertThat(
                        run("mutation { change }", Map.of(), queries)
                                .getErrors()
                                .getFirst()
                                .getMessage())
                .contains("a mutation (expected: a query)");
        assertThat(run("mutation { change }", Map.of(), ALL).getErrors()).isEmpty();
    }

    @Test
    void refusesNumbersBeforeTheyAreCalculated() {
        for (String number : List.of("1e200000", "9".repeat(51), "-1E+9999")) {
            refused("{ calls(first: " + number + ") { edges { node { id } } } }", "a number of");
        }
    }

    private void taken(String document) {
        taken(document, Map.of());
    }

    private void taken(String document, Map<String, Object> variables) {
        assertThat(run(document, variables, ALL).getErrors()).as(document).isEmpty();
    }

    private void refused(String document, String why) {
        refused(document, Map.of(), why);
    }

    private void refused(String document, Map<String, Object> variables, String why) {
        assertThat(run(document, variables, ALL).getErrors())
                .as(document)
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).contains(why));
    }

    private ExecutionResult run(String document, Map<String, Object> variables, Allowed allowed) {
        return graphQL.execute(
                ExecutionInput.newExecutionInput(document)
                        .variables(variables)
                        .graphQLContext(
                                Map.of(
                                        OperationLimits.ALLOWED,
                                        allowed,
                                        ParserOptions.class,
                                        ParserLimits.options()))
                        .build());
    }

    private static String aliases(int count, String field) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + ": " + field)
                .collect(Collectors.joining(" "));
    }
}
