package dev.supporters.mlgateway.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.mlgateway.TrainedModels;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

class ModelFolderTest {

    @TempDir private Path path;

    private ModelFolder folder;

    @BeforeEach
    void open() {
        folder = new ModelFolder(path);
    }

    @Test
    void bringsWhatComesAndTakesWhatGoes() throws IOException {
        assertThat(names(folder.look())).isEmpty();

        Path first = TrainedModels.write(path, TrainedModels.keep(1, 3));
        assertThat(names(folder.look())).containsExactly("keep@1");

        TrainedModels.write(path, TrainedModels.keep(2, 4));
        assertThat(names(folder.look())).containsExactlyInAnyOrder("keep@1", "keep@2");

        Files.delete(first);
        ModelFolder.Look last = folder.look();
        assertThat(last.changed()).isTrue();
        assertThat(names(last)).containsExactly("keep@2");
    }

    @Test
    void saysThatNothingChangedWhenNothingDid() {
        TrainedModels.write(path, TrainedModels.keep(1, 3));

        assertThat(folder.look().changed()).isTrue();
        assertThat(folder.look().changed()).isFalse();
    }

    @Test
    void refusesAWrongFileOnceAndKeepsWhatWasThere() throws IOException {
        // Given
        Path file = TrainedModels.write(path, TrainedModels.keep(1, 3));
        folder.look();

        // When
        Files.writeString(file, Files.readString(file).replace("seoul", "busan"));
        later(file);
        ModelFolder.Look wrong = folder.look();
        ModelFolder.Look again = folder.look();

        // Then
        assertThat(wrong.refusals())
                .singleElement()
                .asString()
                .startsWith("model file keep.1.model: checksum: ");
        assertThat(wrong.models().files()).containsExactly(TrainedModels.keep(1, 3));
        assertThat(wrong.models().refused()).containsExactly("keep@1");
        assertThat(again.refusals()).isEmpty();
        assertThat(again.models().files()).containsExactly(TrainedModels.keep(1, 3));
    }

    @Test
    void refusesAnotherModelUnderAVersionThatIsInUse() throws IOException {
        // Given
        Path file = TrainedModels.write(path, TrainedModels.keep(1, 3));
        folder.look();

        // When
        TrainedModels.write(path, TrainedModels.keep(1, 4));
        later(file);
        ModelFolder.Look look = folder.look();

        // Then
        assertThat(look.refusals())
                .singleElement()
                .asString()
                .endsWith("as it was used; a better model gets a new version)");
        assertThat(look.models().files()).containsExactly(TrainedModels.keep(1, 3));
    }

    @Test
    void usesAFileThatIsRightAgain() throws IOException {
        // Given
        Path file = TrainedModels.write(path, TrainedModels.keep(1, 3));
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, 40));
        assertThat(folder.look().models().files()).isEmpty();

        // When
        Files.writeString(file, text);
        ModelFolder.Look look = folder.look();

        // Then
        assertThat(names(look)).containsExactly("keep@1");
        assertThat(look.models().refused()).isEmpty();
    }

    @Test
    void refusesAFileUnderAnotherName() throws IOException {
        Files.move(
                TrainedModels.write(path, TrainedModels.keep(1, 3)), path.resolve("best.1.model"));

        assertThat(folder.look().refusals())
                .containsExactly("model file best.1.model: name (expected: keep.1.model)");
    }

    @Test
    void refusesAGigabyteWithoutReadingIt() throws IOException {
        try (var huge = new RandomAccessFile(path.resolve("keep.1.model").toFile(), "rw")) {
            huge.setLength(1L << 30);
        }

        assertThat(folder.look().refusals())
                .containsExactly(
                        "model file keep.1.model: size: 1073741824 bytes (expected: at most 1048576"
                                + " bytes)");
    }

    @Test
    void looksPastOtherFiles() throws IOException {
        Files.writeString(path.resolve("README.md"), "models");
        Files.writeString(path.resolve(".keep.1.model"), "half written");

        ModelFolder.Look look = folder.look();

        assertThat(look.refusals()).isEmpty();
        assertThat(look.models().files()).isEmpty();
    }

    @Test
    void saysOnceThatTheFolderIsMissing() {
        var missing = new ModelFolder(path.resolve("missing"));

        assertThat(missing.look().refusals())
                .containsExactly("model folder: not readable (expected: a folder)");
        assertThat(missing.look().refusals()).isEmpty();
    }

    /** A file that is written twice within the same tick of the file system's clock looks unchanged. */
    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 2_000));
    }

    private static List<String> names(ModelFolder.Look look) {
        return look.models().files().stream().map(ModelFile::model).map(Object::toString).toList();
    }
}
