package dev.supporters.commander;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.engagement.StepCheck.Contradicted;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

class CommanderConfigTest {

    @Test
    void hasDefaults() {
        CommanderConfig config = Night.config();

        assertThat(config.port()).isEqualTo(8105);
        assertThat(config.sweepPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.confirmPause()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.confirmPatience()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.watchPause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.steps().contradicted()).isEqualTo(Contradicted.WARNED);
        assertThat(config.steps().meters()).isEqualTo(200);
        assertThat(config.steps().positionMaxAge()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void canBeSet() {
        CommanderConfig config =
                Night.config(Map.of("supporters.commander.confirm-patience", "5s"));

        assertThat(config.confirmPatience()).isEqualTo(Duration.ofSeconds(5));
    }
}
