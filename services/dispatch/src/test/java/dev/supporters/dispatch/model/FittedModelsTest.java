package dev.supporters.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.model.ModelInput.Area;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

class FittedModelsTest {

    private static final Area ELSEWHERE = new Area(0, 0);

    @Test
    void addsTheFeaturesAndTheAreaAndCalibrates() {
        KeepProbability keep = KeepProbability.of(ModelFiles.keep());
        // 8 - 2.5 ln 20 - .1 + .02 · 10 = .6107
        double raw = 1 / (1 + Math.exp(-(8 - 2.5 * Math.log(20) - .1 + .2)));
        double rawInArea = 1 / (1 + Math.exp(-(8 - 2.5 * Math.log(20) - .1 + .2 - .3)));

        assertThat(keep.of(new ModelInput(20, 1, 10, ELSEWHERE)))
                .isCloseTo(.45 + (raw - .5) * (.97 - .45) / .4, within(1e-12));
        assertThat(keep.of(new ModelInput(20, 1, 10, ModelFiles.AREA)))
                .isCloseTo(.45 + (rawInArea - .5) * (.97 - .45) / .4, within(1e-12));
    }

    @Test
    void staysWithinTheCalibration() {
        KeepProbability keep = KeepProbability.of(ModelFiles.keep());

        assertThat(keep.of(new ModelInput(0, 0, 9, ELSEWHERE))).isEqualTo(.97);
        assertThat(keep.of(new ModelInput(1e6, 0, 9, ELSEWHERE))).isEqualTo(.05);
    }

    @Test
    void correctsAnEtaByAFactorWithinBounds() {
        var input = new ModelInput(20, 0, 9, ELSEWHERE);

        assertThat(EtaCorrection.of(ModelFiles.etaCorrection(0)).factor(input))
                .isCloseTo(Math.exp(.05 * Math.log(20)), within(1e-12));
        assertThat(EtaCorrection.of(ModelFiles.etaCorrection(5)).factor(input)).isEqualTo(2);
        assertThat(EtaCorrection.of(ModelFiles.etaCorrection(-5)).factor(input)).isEqualTo(.5);
    }

    @Test
    void refusesAnotherKind() {
        assertThatThrownBy(() -> KeepProbability.of(ModelFiles.etaCorrection(0)))
                .hasMessage("kind of eta@3: eta-correction (expected: keep-probability)");
        assertThatThrownBy(() -> EtaCorrection.of(ModelFiles.keep()))
                .hasMessage("kind of keep@1: keep-probability (expected: eta-correction)");
        assertThatThrownBy(() -> RefusalProbability.of(ModelFiles.keep()))
                .hasMessage("kind of keep@1: keep-probability (expected: refusal)");
    }

    @Test
    void countsHoursOverMidnight() {
        ZoneId seoul = ZoneId.of("Asia/Seoul");

        assertThat(ModelInput.hoursAfterNoon(Instant.parse("2026-11-20T12:00:00Z"), seoul))
                .isEqualTo(9);
        assertThat(ModelInput.hoursAfterNoon(Instant.parse("2026-11-20T15:30:00Z"), seoul))
                .isEqualTo(12.5);
        assertThat(ModelInput.minutes(Duration.ofSeconds(90))).isEqualTo(1.5);
    }

    @Test
    void findsTheAreaAlsoInTheSouthAndWest() {
        assertThat(Area.of(new Position(37.52, 127.01))).isEqualTo(new Area(750, 2540));
        assertThat(Area.of(new Position(-.01, -.01))).isEqualTo(new Area(-1, -1));
    }

    @Test
    void ordersVersionsByTheirNumber() {
        assertThat(ModelVersion.parse("keep@10")).isGreaterThan(ModelVersion.parse("keep@9"));
        assertThat(ModelVersion.parse("keep@10")).hasToString("keep@10");
    }
}
