package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.player.RolloutFigures;
import dev.supporters.player.RolloutFigures.MeasuredRollout;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class RolloutSectionTest {

    @Test
    void saysHowLongPoliciesTookAndWhichServiceHadThemLast() {
        assertThat(
                        lines(
                                new RolloutFigures(
                                        List.of(
                                                rollout(120, 80),
                                                rollout(90, 240),
                                                rollout(100, 70)),
                                        List.of())))
                .contains(
                        "policies put, one after the other 3",
                        "services that follow policies 2",
                        "in force in all services, median 120 ms",
                        "in force in all services, longest 240 ms, slowest: zone");
    }

    @Test
    void saysWhatCouldNotBeMeasured() {
        assertThat(
                        lines(
                                new RolloutFigures(
                                        List.of(rollout(120, 80)),
                                        List.of("zone had no new policy within 10000 ms"))))
                .contains(
                        "in force in all services, longest 120 ms, slowest: work",
                        "not measured: zone had no new policy within 10000 ms");
        assertThat(lines(new RolloutFigures(List.of(), List.of("the gateway put no policy: X"))))
                .hasSize(2)
                .contains("not measured: the gateway put no policy: X");
    }

    private static MeasuredRollout rollout(int work, int zone) {
        return new MeasuredRollout(
                Map.of("work", Duration.ofMillis(work), "zone", Duration.ofMillis(zone)));
    }

    private static List<String> lines(RolloutFigures figures) {
        return new RolloutSection(figures)
                .lines(NightScript.cleanNight().history()).stream()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList();
    }
}
