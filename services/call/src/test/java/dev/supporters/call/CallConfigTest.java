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
    }
}
