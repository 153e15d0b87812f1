package dev.supporters.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.dispatch.model.ModelFeature;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelFile.Weight;
import dev.supporters.dispatch.model.ModelFileReader;
import dev.supporters.dispatch.model.ModelKind;
import dev.supporters.dispatch.model.ModelVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class ModelPublisherTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    @TempDir private Path folder;

    private ModelPublisher publisher(String inUse) {
        return new ModelPublisher(folder, Optional.of(ModelVersion.parse(inUse)));
    }

    @Test
    void aModelThatSaysNoMoreThanAGuessIsNotPublished() throws IOException {
        assertThat(publisher("keep@1").publish(keep(1, 1, .5)))
                .isEqualTo("not published: keep@1: auc 0.5 (expected: more than 0.5)");
        assertThat(files()).isEmpty();
    }

    @Test
    void aPublishedFileIsReadWithItsChecksum() throws IOException {
        publisher("keep@1").publish(keep(1, 1, .8));

        assertThat(files()).containsExactly("keep.1.model");
        assertThat(ModelFileReader.read(folder.resolve("keep.1.model")).file())
                .isEqualTo(keep(1, 1, .8));
    }

    @Test
    void theVersionAfterAFileThatCannotBeReadIsPublishedWhateverItLearned() throws IOException {
        Files.writeString(folder.resolve("keep.7.model"), "supporters-model 1\n");

        assertThat(publisher("keep@1").next("keep")).isEqualTo(new ModelVersion("keep", 8));
        assertThat(publisher("keep@1").publish(keep(8, 1, .8))).startsWith("published: keep@8 to ");
    }

    @Test
    void theNewestVersionsStayAndTheOneThatRanks() throws IOException {
        ModelPublisher ranked = publisher("keep@2");
        for (int version = 1; version <= ModelPublisher.KEPT + 3; version++) {
            ranked.publish(keep(version, version, .8));
        }

        assertThat(files())
                .hasSize(ModelPublisher.KEPT + 1)
                .contains("keep.2.model", "keep.4.model", "keep.33.model")
                .doesNotContain("keep.1.model", "keep.3.model");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static ModelFile keep(int version, int nights, double auc) {
        return new ModelFile(
                new ModelVersion("keep", version),
                ModelKind.KEEP_PROBABILITY,
                "seoul",
                "DRIVER",
                FIRST,
                FIRST.plusDays(nights),
                nights + 1,
                1_000,
                Map.of("log-loss", .2, "brier", .06, "auc", auc),
                8,
                List.of(new Weight(ModelFeature.LOG_ETA_MINUTES, -3)),
                List.of(),
                List.of());
    }
}
