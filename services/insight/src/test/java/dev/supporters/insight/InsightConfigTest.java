package dev.supporters.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

class InsightConfigTest {

    @Test
    void hasItsDefaults() {
        // When
        InsightConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(InsightConfig.class)
                        .build()
                        .getConfigMapping(InsightConfig.class);

        // Then
        assertThat(config.port()).isEqualTo(8113);
        assertThat(config.dryRun().timeout()).hasSeconds(50);
        assertThat(config.legacyNight().every()).hasSeconds(10);
        assertThat(config.legacyNight().after()).hasMinutes(30);
        assertThat(config.legacyNight().lease()).hasMinutes(5);
        assertThat(config.legacyNight().timeout()).hasSeconds(60);
        assertThat(config.legacyNight().mostCalls()).isEqualTo(5_000);
        assertThat(config.legacyNight().mostSupporters()).isEqualTo(2_000);
        assertThat(config.counting().enabled()).isTrue();
        assertThat(config.counting().period()).hasSeconds(30);
        assertThat(config.counting().every()).hasSeconds(1);
        assertThat(config.counting().past()).hasHours(36);
    }
}
