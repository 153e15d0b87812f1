package dev.supporters.faults.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.stand.FunctionSpec;
import dev.supporters.stand.ServiceSpec;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ScenariosTest {

    private static final Pattern TIME = Pattern.compile("\\b([0-2][0-9]:[0-5][0-9])\\b");

    private final Night night =
            SeoulNight.of(
                    LocalDate.of(2026, 11, 20),
                    NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0}"),
                    1);

    @Test
    void everyServiceOfTheStandIsWrongOnce() {
        assertThat(Scenarios.ASKED).containsExactlyInAnyOrderElementsOf(ServiceSpec.ALL);
    }

    @Test
    void everyServiceButTheLegacySystemIsStartedTwice() {
        List<ServiceSpec> twice = new ArrayList<>(Scenarios.BUSY);
        twice.addAll(Scenarios.REST);
        twice.add(ServiceSpec.LEGACY);

        assertThat(twice).containsExactlyInAnyOrderElementsOf(ServiceSpec.ALL);
    }

    /** Else a function would be twice, or nowhere. */
    @Test
    void functionsAreSwitchedAsTheReadmesOfTheirServicesSay() throws IOException {
        for (FunctionSpec function : Scenarios.FUNCTIONS) {
            String readme = Files.readString(Path.of("..", function.service().name(), "README.md"));
            List<String> switches = new ArrayList<>(function.without().keySet());
            switches.addAll(function.alone().keySet());

            assertThat(readme).contains("`" + function.name() + "`");
            assertThat(readme.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)).contains(switches);
        }
    }

    @Test
    void nothingIsDoneBeforeTheNightBegins() {
        for (Scenario scenario : Scenarios.all()) {
            Matcher time = TIME.matcher(scenario.description());
            while (time.find()) {
                assertThat(Pace.timeOf(night, LocalTime.parse(time.group(1))))
                        .as(scenario.name())
                        .isBetween(
                                scenario.pace().begin(night),
                                night.windowEnd().plus(Duration.ofMinutes(35)));
            }
        }
    }

    @Test
    void aNightIsEstimatedByItsPartAndItsRate() {
        assertThat(Pace.from("23:35").estimate()).isEqualTo(Duration.ofSeconds(120 + 75));
        assertThat(Pace.from("00:35").estimate()).isEqualTo(Duration.ofSeconds(60 + 75));
        assertThat(Pace.from("23:00").begin(night))
                .isEqualTo(night.windowEnd().minus(Duration.ofHours(2)));
    }
}
