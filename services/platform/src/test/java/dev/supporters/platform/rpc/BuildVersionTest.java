package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.Test;

class BuildVersionTest {

    @Test
    void theMetricsSayWhichVersionRuns() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();

        new BuildVersion("1.2.3").tell(new StartupEvent(), meters);

        assertThat(meters.get("supporters_version").tag("version", "1.2.3").gauge().value())
                .isEqualTo(1);
    }
}
