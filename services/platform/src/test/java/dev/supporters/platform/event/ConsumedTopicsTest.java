package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ConsumedTopicsTest {

    @Test
    void areThoseOfTheChannelsThatAreSwitchedOn() {
        Map<String, String> settings =
                Map.of(
                        "mp.messaging.incoming.work.topic", "supporters.work.v1",
                        "mp.messaging.incoming.drivers.topic", "supporters.drivers.v1",
                        "mp.messaging.incoming.drivers.enabled", "false",
                        "mp.messaging.incoming.work.dead-letter-queue.topic", "supporters.dlq",
                        "mp.messaging.outgoing.calls.topic", "supporters.calls.v1");

        assertThat(
                        ConsumedTopics.of(
                                new SmallRyeConfigBuilder()
                                        .withSources(
                                                new PropertiesConfigSource(settings, "test", 1))
                                        .build()))
                .containsExactly("supporters.work.v1");
    }
}
