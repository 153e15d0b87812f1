package dev.supporters.mlgateway.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.mlgateway.ranking.RankingModel.CandidateEstimate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RankingModelsTest {

    private final RankingModels models =
            new RankingModels(List.of(new NearestModel(), new Fixed("best@7")), "nearest@1");

    @Test
    void findsAModelByNameAndVersion() {
        assertThat(models.named("best@7").name()).isEqualTo("best@7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "best@8", "unheard-of"})
    void answersWithTheDefaultForNoneAndForUnknownOnes(String name) {
        assertThat(models.named(name).name()).isEqualTo("nearest@1");
    }

    @Test
    void refusesADefaultThatIsNotHere() {
        assertThatThrownBy(() -> new RankingModels(List.of(new NearestModel()), "best@7"))
                .hasMessage("default model: best@7 (expected: one of [nearest@1])");
    }

    private record Fixed(String name) implements RankingModel {

        @Override
        public List<CandidateEstimate> rank(Question question) {
            return List.of();
        }
    }
}
