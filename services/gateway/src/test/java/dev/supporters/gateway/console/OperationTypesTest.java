package dev.supporters.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.ValidationError;
import graphql.validation.Validator;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the console asks fits the committed schema, and its TypeScript types are made from both. */
class OperationTypesTest {

    private static final Path FOLDER = Path.of("src/main/resources/web/app/graphql");
    private static final Path OPERATIONS = FOLDER.resolve("operations");
    private static final Path TYPES = FOLDER.resolve("operations.ts");
    private static final Path DOCUMENTS = Path.of("src/main/resources/persisted-documents.json");
    private static final boolean UPDATE = Boolean.getBoolean("supporters.console.update");

    @Test
    void everyOperationOfTheConsoleFitsTheCommittedSchema() throws IOException {
        // When
        List<ValidationError> errors =
                new Validator().validateDocument(schema(), document(), Locale.ROOT);

        // Then
        assertThat(errors).isEmpty();
    }

    @Test
    void theTypesOfTheConsoleAreThoseOfItsOperations() throws IOException {
        // Given
        String types = new OperationTypes(schema(), document()).write();

        // When
        if (UPDATE) {
            Files.writeString(TYPES, types);
        }

        // Then
        assertThat(Files.readString(TYPES))
                .as("%s (made anew by -Dsupporters.console.update=true)", TYPES)
                .isEqualTo(types);
    }

    /** The gateway knows them by their hashes alone. */
    @Test
    void theGatewayKnowsEveryOperationOfTheConsole() throws IOException {
        // Given
        String documents =
                new JsonMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(
                                        new OperationTypes(schema(), document()).persisted())
                        + "\n";

        // When
        if (UPDATE) {
            Files.writeString(DOCUMENTS, documents);
        }

        // Then
        assertThat(Files.readString(DOCUMENTS))
                .as("%s (made anew by -Dsupporters.console.update=true)", DOCUMENTS)
                .isEqualTo(documents);
    }

    /** A policy is put as a whole: a number that the console did not read would be lost. */
    @Test
    void thePolicyThatTheConsolePutsHasEveryNumberThatAPolicyHas() throws IOException {
        // Given
        GraphQLSchema schema = schema();
        Set<String> put = new TreeSet<>();
        collectInput((GraphQLInputObjectType) schema.getType("PutPolicyInput"), "", put);
        put.removeAll(Set.of("clientMutationId", "effectiveFrom", "expectedVersion", "reason"));

        // When
        Set<String> read = new TreeSet<>();
        document().getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals("PolicyView"))
                .forEach(fragment -> collectRead(fragment.getSelectionSet(), "", read));

        // Then
        assertThat(read).containsAll(put);
    }

    private static void collectInput(
            GraphQLInputObjectType type, String prefix, Set<String> paths) {
        for (GraphQLInputObjectField field : type.getFields()) {
            String path = prefix + field.getName();
            if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType part) {
                collectInput(part, path + ".", paths);
            } else {
                paths.add(path);
            }
        }
    }

    private static void collectRead(SelectionSet selection, String prefix, Set<String> paths) {
        for (Field field : selection.getSelectionsOfType(Field.class)) {
            String path = prefix + field.getName();
            if (field.getSelectionSet() == null) {
                paths.add(path);
            } else {
                collectRead(field.getSelectionSet(), path + ".", paths);
            }
        }
    }

    private static GraphQLSchema schema() throws IOException {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Files.readString(Path.of("schema.graphql"))));
    }

    private static Document document() throws IOException {
        try (Stream<Path> files = Files.list(OPERATIONS)) {
            return new Parser()
                    .parseDocument(
                            files.sorted()
                                    .map(OperationTypesTest::read)
                                    .collect(Collectors.joining("\n")));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
