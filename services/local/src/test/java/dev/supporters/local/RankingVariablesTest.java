package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.options.LocalOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

class RankingVariablesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void withoutModelsTheRankingFunctionIsLeftAlone() {
        assertThat(RankingVariables.of(LocalOptions.of(ROOT, Map.of()))).isEmpty();
    }

    @Test
    void theNewestModelOfTheFolderRanksAndIsWaitedForLongerThanInProduction(@TempDir Path folder) {
        assertThat(RankingVariables.of(LocalOptions.of(ROOT, Map.of("models", folder.toString()))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "SUPPORTERS_MLGATEWAY_MODEL_FOLDER", folder.toString(),
                                "SUPPORTERS_MLGATEWAY_DEFAULT_MODEL", "keep",
                                "SUPPORTERS_MLGATEWAY_RANK_WITHIN", "100ms"));
    }
}
