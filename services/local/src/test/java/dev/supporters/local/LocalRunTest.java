package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whoever interferes with a night hears why it could not begin: the console is not all that is read. */
class LocalRunTest {

    private static final Map<String, String> NIGHT =
            Map.of("freePorts", "true", "stay", "false", "calls", "3", "seed", "1");

    @TempDir private Path root;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void tellsWhichServicesAreNotBuilt() {
        // Given
        PortHolder interference = new PortHolder();

        // When
        int status = play(interference);

        // Then
        assertThat(status).isEqualTo(LocalRun.CANNOT_START);
        assertThat(interference.failures)
                .singleElement()
                .asString()
                .startsWith("not built: ")
                .contains("gateway");
    }

    @Test
    void tellsWhichPortSomebodyElseHas() throws IOException {
        // Given
        try (PortHolder interference = new PortHolder()) {
            interference.hold(ServiceSpec.DRIVER);

            // When
            int status = play(interference);

            // Then
            assertThat(status).isEqualTo(LocalRun.CANNOT_START);
            assertThat(interference.failures)
                    .singleElement()
                    .asString()
                    .startsWith("port ")
                    .contains("(wanted for driver) is in use: ", "; not built: ");
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("(wanted for driver) is in use: ");
        }
    }

    private int play(Interference interference) {
        return new LocalRun(LocalOptions.of(root, NIGHT), new Console(out), interference).play();
    }

    /** Takes a port that the stand has been given, as a server that starts meanwhile. */
    private static final class PortHolder implements Interference, AutoCloseable {

        private final List<String> failures = new ArrayList<>();
        private final List<ServiceSpec> wanted = new ArrayList<>();
        private final List<ServerSocket> held = new ArrayList<>();

        void hold(ServiceSpec service) {
            wanted.add(service);
        }

        @Override
        public StandConfig prepare(StandConfig usual) {
            try {
                for (ServiceSpec service : wanted) {
                    held.add(
                            new ServerSocket(
                                    usual.ports().of(service),
                                    1,
                                    InetAddress.getLoopbackAddress()));
                }
                return usual;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void during(Stand stand, Night night) {}

        @Override
        public void failed(String why) {
            failures.add(why);
        }

        @Override
        public void close() throws IOException {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
