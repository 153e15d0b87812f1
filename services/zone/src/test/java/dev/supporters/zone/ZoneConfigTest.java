package dev.supporters.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

class ZoneConfigTest {

    @Test
    void hasItsDefaults() {
        // When
        ZoneConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(ZoneConfig.class)
                        .build()
                        .getConfigMapping(ZoneConfig.class);

        // Then
        assertThat(config.port()).isEqualTo(8114);
        assertThat(config.refresh().enabled()).isTrue();
        assertThat(config.refresh().period()).hasMinutes(1);
        assertThat(config.refresh().every()).hasSeconds(1);
        assertThat(config.refresh().lead()).hasMinutes(30);
        assertThat(config.refresh().valid()).hasMinutes(5);
        assertThat(config.refresh().lag()).hasSeconds(10);
        assertThat(config.refresh().past()).hasHours(36);
        assertThat(config.refresh().history()).isEmpty();
    }
}
