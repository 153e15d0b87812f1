package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;

/** Every decision record says when, whether it still stands, why, what, what else was possible, and what follows. */
class DecisionRecordsTest {

    private static final Path FOLDER = SourceTree.root().resolve("services/platform/adr");
    private static final List<String> SECTIONS =
            List.of("## Context", "## Decision", "## Alternatives", "## Consequences");

    static List<Path> records() {
        return SourceTree.files(FOLDER, ".md");
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasANumberADateAndAState(Path file) {
        String text = SourceTree.read(file);

        assertThat(text.lines().findFirst()).contains("# " + number(file) + ". " + title(text));
        assertThat(text).containsPattern("(?m)^Date: 20\\d\\d-\\d\\d-\\d\\d$");
        assertThat(text).containsPattern("(?m)^Status: (proposed|accepted|superseded by \\d{4})$");
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasAllSectionsInTheirOrderAndNoneIsEmpty(Path file) {
        List<String> lines = SourceTree.read(file).lines().filter(line -> !line.isBlank()).toList();

        assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                .containsExactlyElementsOf(SECTIONS);
        assertThat(SECTIONS)
                .allSatisfy(section -> {
                    int next = lines.indexOf(section) + 1;
                    assertThat(next).as(section).isLessThan(lines.size());
                    assertThat(lines.get(next)).as(section).doesNotStartWith("## ");
                });
    }

    @Test
    void numbersAreUnique() {
        assertThat(records()).isNotEmpty();
        assertThat(records().stream().map(DecisionRecordsTest::number)).doesNotHaveDuplicates();
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(0, 4));
    }

    private static String title(String text) {
        return text.lines().findFirst().orElse("").replaceFirst("^# \\d+\\. ", "");
    }
}
