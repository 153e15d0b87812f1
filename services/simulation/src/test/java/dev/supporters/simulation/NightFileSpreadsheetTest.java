package dev.supporters.simulation;

import static dev.supporters.simulation.NightFiles.HEADER;
import static dev.supporters.simulation.NightFiles.PLACES;
import static dev.supporters.simulation.NightFiles.file;
import static dev.supporters.simulation.NightFiles.read;
import static dev.supporters.simulation.NightFiles.refusal;
import static dev.supporters.simulation.NightFiles.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** What spreadsheets do to a file is read, or answered in one line. */
class NightFileSpreadsheetTest {

    private static final String FIRST = row("2013-08-30T21:04:11-04:00");
    private static final String SECOND = row("2013-08-30T22:02:05-04:00");
    private static final String PLAIN = HEADER + FIRST + SECOND;

    @TempDir Path directory;

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("plain", PLAIN),
                Arguments.of("byte order mark", "\uFEFF" + PLAIN),
                Arguments.of("CRLF", PLAIN.replace("\n", "\r\n")),
                Arguments.of("old line ends", PLAIN.replace("\n", "\r")),
                Arguments.of("no last line end", PLAIN.strip()),
                Arguments.of("quotes", PLAIN.replaceAll("([^,\n]+)", "\"$1\"")),
                Arguments.of(
                        "mark, CRLF and quotes",
                        "\uFEFF" + PLAIN.replaceAll("([^,\n]+)", "\"$1\"").replace("\n", "\r\n")),
                Arguments.of("spaces around quotes", PLAIN.replace("1150", " \"1150\" ")),
                Arguments.of(
                        "commas at the end of rows",
                        HEADER + (FIRST + SECOND).replace("\n", ",,\n")),
                Arguments.of("commas at the end of all lines", PLAIN.replace("\n", ",,,\n")),
                Arguments.of(
                        "case and spaces in the header",
                        " Requested At ,ORIGIN_LAT,Origin_lng,destination_lat,destination_lng , Fare,distance_m\n"
                                + FIRST
                                + SECOND),
                Arguments.of(
                        "empty lines",
                        "\n\n" + HEADER + "\n" + FIRST + "  \n,,,,,,\n" + SECOND + "\n"),
                Arguments.of("semicolons", PLAIN.replace(',', ';')),
                Arguments.of(
                        "semicolons and decimal commas", PLAIN.replace(',', ';').replace('.', ',')),
                Arguments.of(
                        "decimal commas in quotes",
                        PLAIN.replaceAll("(-?[0-9]+)\\.([0-9]+)", "\"$1,$2\"")),
                Arguments.of("tabs", PLAIN.replace(',', '\t')),
                Arguments.of("a line for Excel", "sep=;\r\n" + PLAIN.replace(',', ';')),
                Arguments.of(
                        "other order",
                        "fare,distance_m,destination_lng,destination_lat,origin_lng,origin_lat,requested_at\n"
                                + "1150,5100,-73.99,40.73,-73.94,40.71,2013-08-30T21:04:11-04:00\n"
                                + "1150,5100,-73.99,40.73,-73.94,40.71,2013-08-30T22:02:05-04:00\n"),
                Arguments.of("a space in the time", PLAIN.replace('T', ' ')),
                Arguments.of("offsets without a colon", PLAIN.replace("-04:00", "-0400")),
                Arguments.of("fractions of metres", PLAIN.replace("5100", "5100.4")),
                Arguments.of(
                        "a quote in quotes and a line end in a column that is not used",
                        HEADER.replace("\n", ",note\n")
                                + FIRST.replace("\n", ",\"a \"\"b\"\"\n\nc\"\n")
                                + SECOND.replace("\n", ",\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void readsWhatSpreadsheetsWrite(String how, String text) throws IOException {
        assertThat(read(file(directory, text)).night())
                .as(how)
                .isEqualTo(read(file(directory, PLAIN)).night());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsSixteenBitsPerCharacterWithAndWithoutAMark(String charset) throws IOException {
        // Given
        Night plain = read(file(directory, PLAIN)).night();
        // Then
        assertThat(read(file(directory, PLAIN, Charset.forName(charset))).night()).isEqualTo(plain);
        assertThat(read(file(directory, "\uFEFF" + PLAIN, Charset.forName(charset))).night())
                .isEqualTo(plain);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        HEADER + FIRST + SECOND + "2013-08-30T22:10:00-04:00,40.70",
                        "night.csv: line 4, column origin_lng: found \"the row's end after 2 cells\""
                                + " (expected: 7 cells, as in the header; the file may have been cut)"),
                Arguments.of(
                        HEADER + FIRST + "\"" + SECOND + FIRST,
                        "night.csv: line 3, column requested_at: found \"a quote that is never closed\""),
                Arguments.of(
                        HEADER + FIRST.replace("1150", "\"1150") + SECOND,
                        "night.csv: line 2, column fare: found \"a quote that is never closed\""),
                Arguments.of(
                        HEADER.replace("\n", ",note\n")
                                + FIRST.replace("\n", ",\"a\n")
                                + SECOND.replace("\n", ",\n"),
                        "night.csv: line 2, column note: found \"a quote that is never closed\""),
                Arguments.of(
                        HEADER + FIRST + "\"" + SECOND + "\"" + FIRST,
                        "night.csv: line 3, column requested_at: found \"a quote that is not closed"),
                Arguments.of(
                        HEADER + FIRST + FIRST.replace("1150", "\"1150\"x"),
                        "night.csv: line 3, column fare: found \"a quote that is not closed"),
                Arguments.of(
                        HEADER + FIRST.replace("1150", "\"" + "x\n".repeat(40_000)),
                        "night.csv: line 2, column fare: found \"a quote that is not closed"),
                Arguments.of(
                        "\"requested_at,origin_lat\n",
                        "night.csv: line 1, column 1: found \"a quote that is never closed\""),
                Arguments.of(
                        HEADER.replace("origin_lng", "longitude") + FIRST,
                        "night.csv: line 1, column origin_lng: found \"only requested_at, origin_lat, longitude, destination_lat"),
                Arguments.of(
                        HEADER.replace("distance_m", "Fare ") + FIRST,
                        "night.csv: line 1, column fare: found \"the column twice, as number 6 and 7\" (expected: each column once)"),
                Arguments.of("", "night.csv: line 1, column requested_at: found \"nothing\""),
                Arguments.of("\n \n", "night.csv: line 1, column requested_at: found \"nothing\""),
                Arguments.of(
                        HEADER,
                        "night.csv: line 2, column requested_at: found \"\" (expected: at least one call)"),
                Arguments.of(
                        FIRST,
                        "night.csv: line 1, column requested_at: found \"only 2013-08-30T21:04:11-04:00, 40.71"),
                Arguments.of(
                        HEADER + "1,".repeat(1_000),
                        "night.csv: line 2, column 501: found \"more than 500 cells\""),
                Arguments.of(
                        HEADER + FIRST.replace("5100", "5,100"),
                        "night.csv: line 2, column 8: found \"100\" (expected: 7 cells, as in the header)"),
                Arguments.of(
                        HEADER + FIRST.replace("5100", "\"5,100\""),
                        "night.csv: line 2, column distance_m: found \"5,100\" (expected: metres, or nothing; without separators"),
                Arguments.of(
                        HEADER + "\n\"\n\n\"" + SECOND,
                        "night.csv: line 3, column requested_at: found"),
                Arguments.of(
                        HEADER + FIRST.replace("40.71", "1.000,5"),
                        "night.csv: line 2, column 8: found"),
                Arguments.of(
                        "PK\u0003\u0004 and more",
                        "night.csv: is a workbook or an archive, not text"),
                Arguments.of(
                        "\u0001\u0002\u0003",
                        "night.csv: is not text (expected: a readable CSV file)"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void refusesTheRestInOneLine(String text, String expected) throws IOException {
        assertThat(refusal(file(directory, text))).startsWith(expected);
    }

    @Test
    void saysWhereARowBeginsThatFollowsOnesOfSeveralLines() throws IOException {
        // Given
        String text =
                HEADER.replace("\n", ",note\n")
                        + FIRST.replace("\n", ",\"one\ntwo\nthree\"\n")
                        + "\n"
                        + SECOND.replace("1150", "x").replace("\n", ",\n");
        // Then
        assertThat(refusal(file(directory, text)))
                .startsWith("night.csv: line 6, column fare: found \"x\"");
    }

    @Test
    void namesTheColumnsThatItDoesNotUse() throws IOException {
        // Given
        String text =
                HEADER.replace("\n", ",passengers,Tip, note\n")
                        + FIRST.replace("\n", ",1,200,\n")
                        + SECOND.replace("\n", ",1,200,\n");
        // Then: the known ones, of which nothing is used here, are not worth a word
        assertThat(read(file(directory, text)).unusedColumns()).containsExactly("tip", "note");
        assertThat(read(file(directory, text)).summary())
                .isEqualTo(
                        "night.csv: 2 rows read, 2 calls played, the night of 2013-08-30 in"
                                + " America/New_York, fares in USD; left out: nothing; columns not used:"
                                + " tip, note");
    }

    @Test
    void readsNoMoreRowsThanFitIntoMemory() throws IOException {
        // Given
        Path file = directory.resolve("night.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = 0; i <= 200_000; i++) {
                out.write("2013-08-30T21:04:11-04:00" + PLACES + ",\n");
            }
        }
        // Then
        assertThat(refusal(file))
                .isEqualTo(
                        "night.csv: more than 200,000 rows (expected: the rows of one night, or of"
                                + " some)");
    }

    @Test
    void refusesWhatIsNoFileThatMayBeRead() throws IOException {
        assertThat(refusal(directory)).contains("is a directory");
        assertThat(refusal(directory.resolve("none.csv")))
                .isEqualTo("none.csv: there is no such file (expected: a readable CSV file)");
    }

    @Test
    void refusesAFileThatItMayNotRead() throws IOException {
        // Given
        Path file = file(directory, PLAIN);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("a superuser may read everything").isFalse();
        // Then
        assertThat(refusal(file)).startsWith("night.csv: no permission to read it");
    }
}
