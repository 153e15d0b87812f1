package dev.supporters.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class LegacyConfigTest {

    @Test
    void hasTheseDefaults() {
        // When
        LegacyConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(LegacyConfig.class)
                        .withDefaultValue("supporters.legacy.token", "t")
                        .build()
                        .getConfigMapping(LegacyConfig.class);

        // Then
        assertThat(config.token()).isEqualTo("t");
        assertThat(config.otherToken()).isEmpty();
        assertThat(config.unservedAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.reportPause()).isEqualTo(Duration.ofSeconds(1));
    }
}
