package dev.supporters.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The schema as apps read it, and its committed copy. `-Dsupporters.schema.update=true` writes the copy anew, but never with a change
 * that breaks apps; `-Dsupporters.schema.update=breaking` does that, too.
 */
@QuarkusTest
class PublishedSchemaTest extends ComponentTest {

    private static final Path COMMITTED = Path.of("schema.graphql");
    private static final String UPDATE = System.getProperty("supporters.schema.update", "false");

    @Test
    void canBeReadByToolsOfItsOwn() {
        // When
        GraphQLSchema schema = schema(published());

        // Then
        assertThat(schema.getType("DateTime")).isNotNull();
        assertThat(schema.getType("Date")).isNotNull();
        assertThat(schema.getType("BigInteger")).isNotNull();
        assertThat(schema.getMutationType().getFieldDefinition("requestCall")).isNotNull();
    }

    @Test
    void isTheCommittedOneAndNeverBreaksApps() throws IOException {
        // Given
        String published = published();
        if (!UPDATE.equals("breaking")) {
            assertThat(breakages(Files.readString(COMMITTED), published))
                    .as(
                            "changes of the schema that break apps: they need the consent of the apps' teams, an entry in UPGRADING.md, and -Dsupporters.schema.update=breaking")
                    .isEmpty();
        }

        // When
        if (!UPDATE.equals("false")) {
            Files.writeString(COMMITTED, published);
        }

        // Then
        assertThat(Files.readString(COMMITTED))
                .as("%s (made anew by -Dsupporters.schema.update=true)", COMMITTED)
                .isEqualTo(published);
    }

    @Test
    void findsWhatBreaksApps() {
        // Given
        String before =
                "type Query { call(id: ID, i: I): String fare: Int state: State } enum State { A B } input I { a: Int }";

        // Then
        assertThat(breakages(before, before + " type New { a: Int }")).isEmpty();
        for (String after :
                List.of(
                        before.replace("fare: Int", ""),
                        before.replace("fare: Int", "fare: String"),
                        before.replace("id: ID", "id: ID!"),
                        before.replace("A B", "A"),
                        before.replace("a: Int", "a: Int b: Int!"))) {
            assertThat(breakages(before, after)).as(after).isNotEmpty();
        }
    }

    private static String published() {
        return RestAssured.get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static GraphQLSchema schema(String text) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    }

    private static List<String> breakages(String before, String after) {
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff()
                .diffSchema(SchemaDiffSet.diffSetFromSdl(schema(before), schema(after)), reporter);
        return reporter.getBreakages().stream()
                .map(event ->
                        event.getReasonMsg()
                                + " ["
                                + event.getTypeName()
                                + "."
                                + event.getFieldName()
                                + "]")
                .toList();
    }
}
