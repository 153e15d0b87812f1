package dev.supporters.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.testkit.readme.ReadmeContract;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class ReadmeTest extends ReadmeContract {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    /** Columns of access.csv. */
    private static final int OPERATOR = 8;

    private static final int SERVICE = 9;

    /** Whom each of them lets in is in access.csv, which has every operation of the schema. */
    @Test
    void namesEveryOperationOfGraphQlOnceAndNoOther() throws IOException {
        // Given
        List<String> operations =
                lines("access.csv")
                        .map(line -> line.split(","))
                        .filter(cells -> cells[0].matches("query|mutation|subscription"))
                        .map(cells -> cells[1])
                        .distinct() // `tag` is a query and a mutation
                        .toList();
        // When
        List<String> named =
                lines("README.md")
                        .dropWhile(line -> !line.startsWith("| operations |"))
                        .takeWhile(line -> line.startsWith("|"))
                        .map(row -> row.split("\\|")[1])
                        .flatMap(cell -> NAME.matcher(cell).results())
                        .map(found -> found.group(1))
                        .toList();
        // Then
        assertThat(named).containsExactlyInAnyOrderElementsOf(operations);
    }

    /** Queries and subscriptions that let an operator in, and no service. */
    @Test
    void namesWhatOperatorsMayAskAndServicesMayNot() throws IOException {
        // Given
        List<String> operatorsOnly =
                lines("access.csv")
                        .map(line -> line.split(","))
                        .filter(cells -> cells[0].matches("query|subscription"))
                        .filter(cells -> cells[OPERATOR].equals("yes"))
                        .filter(cells -> cells[SERVICE].equals("no"))
                        .map(cells -> cells[1])
                        .distinct() // `fleet` is both
                        .toList();
        // When
        List<String> named =
                lines("README.md")
                        .dropWhile(line -> !line.startsWith("Operators may ask, and services"))
                        .takeWhile(line -> !line.isEmpty())
                        .flatMap(line -> NAME.matcher(line).results())
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        // Then
        assertThat(named).containsExactlyInAnyOrderElementsOf(operatorsOnly);
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream();
    }
}
