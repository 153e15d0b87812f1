package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.IncidentPeriod;
import dev.supporters.simulation.Night;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class LaunchNightIncidentTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private final Night night =
            RequestedNight.of(LocalOptions.of(ROOT, Map.of("calls", "5")), line -> {});
    private final List<String> said = new ArrayList<>();
    private final LaunchNightIncident incident = new LaunchNightIncident(said::add);

    @TempDir Path folder;

    @AfterEach
    void close() {
        incident.close();
    }

    @Test
    void lastsForTheHourFromTwentyPastElevenOn() {
        IncidentPeriod period = incident.incident(night).orElseThrow();

        assertThat(LocalDateTime.ofInstant(period.begin(), night.zone()))
                .isEqualTo(night.businessDate().atTime(23, 20));
        assertThat(Duration.between(period.begin(), period.end())).isEqualTo(Duration.ofHours(1));
        assertThat(period.what()).isEqualTo("tagging answered 3 s late");
    }

    @Test
    void allServicesAskTaggingThroughTheSameProxy() {
        StandConfig usual = config(night.begin());

        StandConfig led = incident.prepare(usual);

        assertThat(led.overrides().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ServiceSpec.ALL.stream().map(ServiceSpec::name).toList());
        assertThat(List.copyOf(led.overrides().values()))
                .extracting(variables -> variables.get("SUPPORTERS_TAGGING_PORT"))
                .doesNotContainNull()
                .doesNotContain(String.valueOf(usual.ports().of(ServiceSpec.named("tagging"))))
                .containsOnly(led.overrides().get("routing").get("SUPPORTERS_TAGGING_PORT"));
    }

    @Test
    void saysItsBeginWithoutTheCauseAndAtItsEndWhatItWas() throws InterruptedException {
        play(incident.incident(night).orElseThrow().end());

        assertThat(said)
                .satisfiesExactly(
                        begin ->
                                assertThat(begin)
                                        .startsWith("23:20 the incident begins")
                                        .contains("until 00:20")
                                        .doesNotContain("tagging"),
                        end ->
                                assertThat(end)
                                        .isEqualTo(
                                                "00:20 the incident is over: it was tagging, 3 s late"));
    }

    @Test
    void aNightWithItMayBeGoneOnWith() {
        assertThat(incident.goesOn()).isTrue();
    }

    private void play(Instant now) throws InterruptedException {
        try (Stand stand = new Stand(incident.prepare(config(now)), said::add)) {
            incident.during(stand, night);
        }
    }

    private StandConfig config(Instant origin) {
        return new StandConfig(
                ROOT,
                new StandFolder(folder),
                StandPorts.free(),
                30,
                origin,
                night.end().plus(Duration.ofHours(2)),
                List.of(),
                List.of(),
                new SpanExport.Nowhere(),
                JvmProfile.SOON_WARM);
    }
}
