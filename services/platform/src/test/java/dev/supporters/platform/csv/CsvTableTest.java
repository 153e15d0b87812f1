package dev.supporters.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;

/** Tables as spreadsheets write them; the simulation's nights are read by them, too, with many more examples. */
class CsvTableTest {

    @Test
    void readsRowsByTheNamesOfTheirColumns() {
        // Given
        CsvTable table = table("\uFEFFB;A;Note\r\n\"1,5\";x;nobody reads it\r\n;;\r\n2;y;\r\n");

        // When
        CsvRow first = table.next().orElseThrow();
        CsvRow second = table.next().orElseThrow();

        // Then
        assertThat(first.text("a")).isEqualTo("x");
        assertThat(first.amount("b", 2, "a number").orElseThrow()).isEqualTo(1.5);
        assertThat(second.line()).isEqualTo(4);
        assertThat(second.text("b")).isEqualTo("2");
        assertThat(table.next()).isEmpty();
        assertThat(table.unknownColumns()).containsExactly("note");
    }

    @Test
    void aRowThatDoesNotFitKeepsNoOtherBack() {
        // Given
        CsvTable table = table("a,b\n1\n1,2,3\n4,5\n");

        // When and then
        assertThatThrownBy(table::next)
                .isInstanceOfSatisfying(CsvException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessage(
                        "line 2, column b: found \"the row's end after 1 cells\" (expected: 2"
                                + " cells, as in the header; the file may have been cut)");
        assertThatThrownBy(table::next)
                .hasMessage("line 3, column 3: found \"3\" (expected: 2 cells, as in the header)");
        assertThat(table.next().orElseThrow().text("b")).isEqualTo("5");
    }

    @Test
    void nothingComesBehindAQuoteThatIsNeverClosed() {
        // Given
        CsvTable table = table("a,b\n\"1,2\n3,4\n");

        // When and then
        assertThatThrownBy(table::next)
                .isInstanceOf(CsvException.class)
                .hasMessageStartingWith("line 2, column a: found \"a quote that is never closed\"");
        assertThat(table.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b,c|line 1, column a: found \"only b, c\" (expected: a header with a)",
                "a,A|line 1, column a: found \"the column twice, as number 1 and 2\" (expected:"
                        + " each column once)",
                "PK|is a workbook or an archive, not text (expected: a readable CSV file)"
            })
    void whatIsNoTableIsSaidInOneLine(String text, String message) {
        assertThatThrownBy(() -> table(text)).hasMessage(message);
    }

    private static CsvTable table(String text) {
        return CsvTable.read(
                new ByteArrayInputStream(text.getBytes(UTF_8)), Set.of("a", "b"), List.of("a"));
    }
}
