package dev.supporters.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class DriverConfigTest {

    @Test
    void hasDefaults() {
        DriverConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(DriverConfig.class)
                        .build()
                        .getConfigMapping(DriverConfig.class);

        assertThat(config.port()).isEqualTo(8108);
        assertThat(config.applicationReview()).isEqualTo(Duration.ofDays(3));
        assertThat(config.applicationAnswer()).isEqualTo(Duration.ofDays(14));
    }
}
