package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class NightParametersTest {

    @Test
    void overridesEachNumberAndLeavesTheOthers() {
        // When
        NightParameters changed =
                NightParameters.overriddenBy("{\"drops\": 0.5, \"hourShares\": [1, 0, 0, 0]}");
        // Then
        assertThat(changed.drops()).isEqualTo(.5);
        assertThat(changed.hourShares()).isEqualTo(List.of(1.0, 0.0, 0.0, 0.0));
        assertThat(changed.walkKmh()).isEqualTo(NightParameters.defaults().walkKmh());
        assertThat(NightParameters.defaults().withCalls(10).calls()).isEqualTo(10);
    }

    @Test
    void hasTheNumbersOfTheNightModel() {
        NightParameters model = NightParameters.defaults();
        assertThat(
                        List.of(
                                model.calls(),
                                model.hotSpotShare(),
                                model.roadFactor(),
                                model.walkKmh(),
                                model.rests()))
                .isEqualTo(List.of(2_200.0, .85, 1.3, 5.0, .6));
        assertThat(
                        List.of(
                                model.patienceMinutes(),
                                model.etaMinutes(),
                                model.drops(),
                                model.selfReturn()))
                .isEqualTo(List.of(4.0, 25.0, .09, .7));
        assertThat(
                        List.of(
                                model.refuses(),
                                model.refusesPerMinute(),
                                model.followsMove(),
                                model.walksBack()))
                .isEqualTo(List.of(.03, .0075, .85, .3));
    }

    @Test
    void hasFiveHundredSupportersForTwoThousandTwoHundredCalls() {
        assertThat(List.of(1, 600, 2_200, 8_800).stream().map(NightParameters::supportersFor))
                .containsExactly(1, 136, 500, 2_000);
    }

    @Test
    void eachNumberStandsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(NightParameters.class.getRecordComponents())
                .allSatisfy(number -> assertThat(readme).contains("`" + number.getName() + "`"));
    }

    @Test
    void namesTheNumberThatDoesNotExistOrFit() {
        assertThatThrownBy(() -> NightParameters.overriddenBy("{\"dorps\": 1}"))
                .hasMessageContaining("dorps (expected:");
        assertThatThrownBy(() -> NightParameters.overriddenBy("{\"drops\": -1}"))
                .hasMessageContaining("drops is -1");
        assertThatThrownBy(() -> NightParameters.overriddenBy("{\"drops\": \"x\"}"))
                .hasMessageContaining("not negative");
        assertThatThrownBy(() -> NightParameters.overriddenBy("[]"))
                .hasMessageContaining("expected: a JSON object");
        assertThatThrownBy(() -> NightParameters.overriddenBy("{"))
                .hasMessageContaining("expected: a JSON object");
    }

    @Test
    void overridesTheNumbersOfAPartByTheirWholeNames() {
        // When
        NightParameters cheated =
                NightParameters.overriddenBy(
                        "{\"cheaters.share\": 0.05, \"cheaters.kind\": \"DARK_GPS\"}");

        // Then
        assertThat(cheated.cheaters())
                .isEqualTo(new Cheaters(.05, Cheaters.Kind.DARK_GPS, Cheaters.NONE.effort()));
        assertThat(NightParameters.defaults().cheaters().share()).isZero();
    }

    @Test
    void namesWhatCannotBeMeantOfAPart() {
        assertThatThrownBy(() -> NightParameters.overriddenBy("{\"cheaters.share\": 1.5}"))
                .hasMessage("parameters: cheaters.share is 1.5 (expected: 0 to 1)");
        assertThatThrownBy(() -> NightParameters.overriddenBy("{\"cheaters.kind\": \"ALL\"}"))
                .hasMessageContaining("DARK_GPS");
        assertThatThrownBy(() -> NightParameters.overriddenBy("{\"cheaters\": 1}"))
                .hasMessageContaining("cheaters (expected: one of calls,")
                .hasMessageContaining("cheaters.share");
    }
}
