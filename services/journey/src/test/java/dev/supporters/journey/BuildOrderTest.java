package dev.supporters.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.stand.ServiceSpec;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maven's threads take modules in any order that their dependencies allow. */
class BuildOrderTest {

    @Test
    void everyServiceIsPackagedBeforeTheJourney() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(ServiceSpec.ALL)
                .allSatisfy(service ->
                        assertThat(pom)
                                .contains(
                                        "<artifactId>supporters-%s</artifactId>"
                                                .formatted(service.name())));
    }
}
