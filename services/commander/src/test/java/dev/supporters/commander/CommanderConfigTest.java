package dev.supporters.commander;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommanderConfigTest {

    @Test
    void hasDefaults() {
        CommanderConfig config = Night.config();

        assertThat(config.port()).isEqualTo(8105);
        assertThat(config.sweepPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.confirmPause()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.confirmPatience()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.watchPause()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void canBeSet() {
        CommanderConfig config = new SmallRyeConfigBuilder()
                .withMapping(CommanderConfig.class)
                .withDefaultValue("supporters.commander.confirm-patience", "5s")
                .build()
                .getConfigMapping(CommanderConfig.class);

        assertThat(config.confirmPatience()).isEqualTo(Duration.ofSeconds(5));
    }
}
