package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.events.routing.v1.RankingNotes;

import org.junit.jupiter.api.Test;

import java.util.List;

class RankingFiguresTest {

    @Test
    void namesTheModelsThatRankedAndWhatTheyUsed() {
        // Given
        RankingNotes notes =
                RankingNotes.newBuilder()
                        .setWantedModel("keep")
                        .setEtaModel("eta@1")
                        .setRefusalModel("refusal@2")
                        .build();

        // When
        List<String> lines =
                lines(new NightScript().ranked("keep@2", notes).ranked("keep@2", notes).routed(1));

        // Then
        assertThat(lines)
                .contains(
                        "decisions with a ranking 2",
                        "keep@2 2",
                        "ETAs corrected by eta@1 2",
                        "refusals by refusal@2 2");
    }

    @Test
    void saysWhyAnotherModelThanTheWantedOneRanked() {
        // Given
        RankingNotes invalid =
                RankingNotes.newBuilder().setWantedModel("keep").setFallback("INVALID").build();
        RankingNotes missing = invalid.toBuilder().setFallback("OTHER_REGION").build();

        // When
        List<String> lines =
                lines(
                        new NightScript()
                                .ranked("nearest@1", invalid)
                                .ranked("nearest@1", invalid)
                                .ranked("nearest@1", missing)
                                .ranked("nearest@1-local", RankingNotes.getDefaultInstance()));

        // Then
        assertThat(lines)
                .contains(
                        "decisions with a ranking 4",
                        "nearest@1, for keep: invalid 2",
                        "nearest@1, for keep: other region 1",
                        "nearest@1-local 1")
                .noneMatch(line -> line.startsWith("ETAs") || line.startsWith("refusals"));
    }

    @Test
    void saysThatAModelBesideTheRankingOneWasNotThere() {
        // Given
        RankingNotes alone = RankingNotes.newBuilder().setWantedModel("keep").build();

        // When and then
        assertThat(lines(new NightScript().ranked("keep@1", alone)))
                .contains("ETAs not corrected 1", "refusals not foreseen 1");
    }

    private static List<String> lines(NightScript script) {
        return new RankingFigures(script.history())
                .lines().stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
