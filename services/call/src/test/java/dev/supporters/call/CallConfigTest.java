package dev.supporters.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class CallConfigTest {

    @Test
    void hasTheseDefaults() {
        // When
        CallConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(CallConfig.class)
                        .build()
                        .getConfigMapping(CallConfig.class);

        // Then
        assertThat(config.recoverAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.recovery()).isTrue();
        assertThat(config.hold()).isTrue();
        assertThat(config.holdEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.followUps()).isTrue();
        assertThat(config.followUpEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.importEvery()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.importBack()).isEqualTo(Duration.ofHours(12));
        assertThat(config.reconcileEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.reconcileAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.reconcileGeneralAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.followUpPause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.followUpLongestPause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.followUpAttempts()).isEqualTo(8);
        assertThat(config.followUpTime()).isEqualTo(Duration.ofMinutes(30));
    }
}
