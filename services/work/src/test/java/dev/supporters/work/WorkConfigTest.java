package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class WorkConfigTest {

    @Test
    void hasDefaults() {
        WorkConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(WorkConfig.class)
                        .build()
                        .getConfigMapping(WorkConfig.class);

        assertThat(config.port()).isEqualTo(8106);
        assertThat(config.clockoff().enabled()).isTrue();
        assertThat(config.clockoff().every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.clockoff().patience()).isEqualTo(10);
    }
}
