package dev.supporters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supporters.faults.scenario.Scenario;
import dev.supporters.faults.scenario.Scenarios;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class FaultOptionsTest {

    private static final Path ROOT = Path.of(".");

    @Test
    void allScenariosArePlayedUnlessSomeAreNamed() {
        assertThat(FaultOptions.of(ROOT, Map.of()).scenarios()).isEqualTo(Scenarios.all());
        assertThat(names("broker-away, store-away")).containsExactly("broker-away", "store-away");
    }

    @Test
    void theBriefSetIsAFewOfThem() {
        assertThat(names("brief")).hasSizeBetween(1, 3);
    }

    @Test
    void theQuickSetIsAllWhoseNightsTakeLessThanTenMinutes() {
        FaultOptions quick = FaultOptions.of(ROOT, Map.of("scenarios", "quick"));

        assertThat(quick.scenarios())
                .hasSize(Scenarios.all().size() - 1)
                .extracting(Scenario::name)
                .doesNotContain("broker-away-ten-minutes");
        assertThat(quick.estimate()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(90));
    }

    @Test
    void anUnknownScenarioIsNamedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names("broker-on-fire"))
                .withMessageStartingWith(
                        "scenarios: broker-on-fire (expected: all, quick, brief, or")
                .withMessageContaining("broker-away");
    }

    @Test
    void anOptionThatIsNoneIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultOptions.of(ROOT, Map.of("scenario", "broker-away")))
                .withMessage("-Dscenario is no option of -Pfaults; there are scenarios");
    }

    @Test
    void theReadmeTellsEachScenarioInItsOwnWords() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Scenarios.all())
                .extracting(scenario ->
                        "| `%s` | %s |".formatted(scenario.name(), scenario.description()))
                .allSatisfy(row -> assertThat(readme).contains(row));
    }

    @Test
    void noTwoScenariosHaveTheSameName() {
        assertThat(Scenarios.all()).extracting(Scenario::name).doesNotHaveDuplicates();
    }

    private static List<String> names(String wanted) {
        return FaultOptions.of(ROOT, Map.of("scenarios", wanted)).scenarios().stream()
                .map(Scenario::name)
                .toList();
    }
}
