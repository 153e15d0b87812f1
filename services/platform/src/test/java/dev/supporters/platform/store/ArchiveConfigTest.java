package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ArchiveConfigTest {

    private final ArchiveConfig config =
            new SmallRyeConfigBuilder()
                    .withMapping(ArchiveConfig.class)
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withDefaultValue("supporters.store.archive.calls.after", "2h")
                    .build()
                    .getConfigMapping(ArchiveConfig.class);

    @Test
    void aCollectionWithoutSettingsHasTheDefaults() {
        assertThat(config.byCollection().get("works").after()).isEqualTo(Duration.ofHours(36));
        assertThat(config.byCollection().get("works").retention()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void eachCollectionHasItsOwnSettings() {
        assertThat(config.byCollection().get("calls").after()).isEqualTo(Duration.ofHours(2));
        assertThat(config.byCollection().get("calls").retention()).isEqualTo(Duration.ofDays(400));
    }
}
