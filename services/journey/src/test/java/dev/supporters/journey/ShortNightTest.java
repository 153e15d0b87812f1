package dev.supporters.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.Console;
import dev.supporters.local.Run;
import dev.supporters.local.options.OptionsParser;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Properties;

/** The whole way over all services as real processes: a short night is played through the public doors. */
class ShortNightTest {

    @Test
    void aShortNightOverAllServicesHoldsEveryInvariant() {
        // Given
        Properties options = new Properties();
        options.setProperty(
                "supporters.root", Path.of("../..").toAbsolutePath().normalize().toString());
        options.setProperty("rate", "240");
        options.setProperty("calls", "80");
        options.setProperty("supporters", "14");
        options.setProperty("commission", "14");
        options.setProperty("seed", "7");
        options.setProperty("stay", "false");
        options.setProperty("freePorts", "true");

        // When
        int status = new Run(new OptionsParser(options).parse(), new Console(System.out)).play();

        // Then
        assertThat(status)
                .as("exit status; the report above counts the violations")
                .isEqualTo(Run.HELD);
    }
}
