package dev.supporters.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class ModelFileReaderTest {

    private static final String TEXT = ModelFileWriter.write(ModelFiles.keep());
    private static final String BODY = TEXT.substring(0, TEXT.indexOf("checksum"));

    @TempDir private Path folder;

    @Test
    void readsWhatWasWritten() {
        ModelFileReader.Checked checked = ModelFileReader.read(TEXT);

        assertThat(checked.file()).isEqualTo(ModelFiles.keep());
        assertThat(TEXT).endsWith("checksum " + checked.checksum() + "\n");
        assertThat(ModelFileWriter.write(checked.file())).isEqualTo(TEXT);
    }

    @Test
    void isATextThatAPersonCanRead() {
        assertThat(BODY)
                .isEqualTo(
                        """
                        supporters-model 1
                        model keep@1
                        kind keep-probability
                        region seoul
                        product DRIVER
                        nights 2026-10-01 2026-10-20 16
                        rows 25000
                        score auc 0.81
                        score brier 0.07
                        score log-loss 0.25
                        intercept 8.0
                        feature log-eta-minutes -2.5
                        feature wait-minutes -0.1
                        feature hours-after-noon 0.02
                        area 750 2540 -0.3
                        knot 0.1 0.05
                        knot 0.5 0.45
                        knot 0.9 0.97
                        """);
    }

    @Test
    void refusesAWrongChecksum() {
        String checksum = ModelFileReader.read(TEXT).checksum();
        String changed = TEXT.replace("intercept 8.0", "intercept 9.0");

        assertThatThrownBy(() -> ModelFileReader.read(changed))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith("checksum: " + checksum + " (expected: ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> ModelFileReader.read(BODY))
                .hasMessage("checksum: none (expected: as the last line)");
        assertThatThrownBy(() -> ModelFileReader.read(""))
                .hasMessage("checksum: none (expected: as the last line)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "supporters-model 1 | supporters-model 2 | line 1: first line: supporters-model 2"
                        + " (expected: supporters-model 1)",
                "model keep@1 | model keep | model: keep (expected: a name and a version like"
                        + " keep@1)",
                "model keep@1 | model keep@0 | model: keep@0 (expected: a name and a version like"
                        + " keep@1)",
                "kind keep-probability | kind keep | line 3: kind: keep (expected: one of"
                        + " keep-probability, eta-correction, refusal)",
                "kind keep-probability | kind eta-correction | scores: [auc, brier, log-loss]"
                        + " (expected: [mae])",
                "kind keep-probability | kind  keep-probability | line 3: kind: kind "
                        + " keep-probability (expected: values: 1)",
                "nights 2026-10-01 | nights 2026-13-01 | line 6: date: 2026-13-01 (expected:"
                        + " YYYY-MM-DD)",
                "nights 2026-10-01 | nights 2026-11-01 | nights: 2026-10-20 (expected: not before"
                        + " 2026-11-01)",
                "rows 25000 | rows 0 | rows: 0 (expected: 1 or more)",
                "rows 25000 | rows 2.5 | line 7: number: 2.5 (expected: a whole number of at most 9"
                        + " digits)",
                "score auc 0.81 | score auc NaN | line 8: number: NaN (expected: a number like"
                        + " -0.25)",
                "score auc 0.81 | score luck 0.81 | scores: [brier, log-loss, luck] (expected:"
                        + " [auc, brier, log-loss])",
                "score auc 0.81 | score brier 0.81 | score brier: twice (expected: once)",
                "intercept 8.0 | intercept Infinity | line 11: number: Infinity (expected: a number"
                        + " like -0.25)",
                "intercept 8.0 | intercept 1E999 | intercept: Infinity (expected: a number from"
                        + " -1,000,000 to 1,000,000)",
                "log-eta-minutes -2.5 | log-eta-minutes NaN | line 12: number: NaN (expected: a"
                        + " number like -0.25)",
                "wait-minutes -0.1 | moon-phase -0.1 | line 13: feature: moon-phase (expected: one"
                        + " of eta-minutes, log-eta-minutes, wait-minutes, hours-after-noon)",
                "feature log-eta-minutes -2.5 | feature eta-minutes -2.5 | feature log-eta-minutes:"
                        + " missing (expected: a weight)",
                "feature wait-minutes | feature log-eta-minutes | feature log-eta-minutes: twice"
                        + " (expected: once)",
                "area 750 2540 -0.3 | area 750 -0.3 | line 15: area: area 750 -0.3 (expected:"
                        + " values: 3)",
                "area 750 2540 -0.3 | place 750 2540 -0.3 | line 15: line: place 750 2540 -0.3"
                        + " (expected: 'feature, area, knot or checksum, in this order')",
                "knot 0.5 0.45 | knot 0.05 0.45 | knot 2: 0.05 (expected: more than 0.1)",
                "knot 0.5 0.45 | knot 0.5 0.01 | knot 2: 0.01 (expected: 0.05 or more)",
                "knot 0.9 0.97 | knot 0.9 1.2 | knot 3: 1.2 (expected: 0 to 1)",
            })
    void refusesWhatCannotBe(String line, String changed, String message) {
        String body = BODY.replace(line, changed);
        String text = body + "checksum " + ModelFileWriter.checksum(body) + "\n";

        assertThatThrownBy(() -> ModelFileReader.read(text))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(message.replace("'", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model keep@1\n", "kind keep-probability\n", "intercept 8.0\n"})
    void refusesAMissingLine(String line) {
        String body = BODY.replace(line, "");

        assertThatThrownBy(() ->
                        ModelFileReader.read(body + "checksum " + ModelFileWriter.checksum(body)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("(expected: " + line.substring(0, line.indexOf(' ')) + ")");
    }

    @Test
    void namesTheFileThatItRefuses() throws IOException {
        Path file = Files.writeString(folder.resolve("keep.model"), "hello");

        assertThatThrownBy(() -> ModelFileReader.read(file))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("model file keep.model: checksum: none (expected: as the last line)");
        assertThatThrownBy(() -> ModelFileReader.read(folder.resolve("none.model")))
                .hasMessage("model file none.model: not a readable file (NoSuchFileException)");
        assertThatThrownBy(() -> ModelFileReader.read(folder))
                .isInstanceOf(InvalidModelException.class);
    }

    @Test
    void refusesAFileOfAGigabyteByItsSize() throws IOException {
        Path file = folder.resolve("huge.model");
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(1L << 30);
        }

        assertThatThrownBy(() -> ModelFileReader.read(file))
                .hasMessage(
                        "model file huge.model: size: 1073741824 bytes (expected: at most 1048576"
                                + " bytes)");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = folder.resolve("bytes.model");
        Files.write(file, "checksum ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ModelFileReader.read(file))
                .hasMessage("model file bytes.model: text: not UTF-8 (expected: UTF-8)");
    }
}
