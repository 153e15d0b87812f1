package dev.supporters.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class SettlementConfigTest {

    @Test
    void hasDefaults() {
        SettlementConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(SettlementConfig.class)
                        .build()
                        .getConfigMapping(SettlementConfig.class);

        assertThat(config.port()).isEqualTo(8112);
        assertThat(config.proofPause()).isEqualTo(Duration.ofHours(6));
        assertThat(config.disputePeriod()).isEqualTo(Duration.ofDays(30));
        assertThat(config.disputeAnswer()).isEqualTo(Duration.ofDays(3));
        assertThat(config.holdReview()).isEqualTo(Duration.ofDays(14));
        assertThat(config.closeDelay()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.closeLimit()).isEqualTo(Duration.ofHours(1));
        assertThat(config.correctionPatience()).isEqualTo(Duration.ofDays(30));
    }
}
