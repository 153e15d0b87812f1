package dev.supporters.journey;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Runs the clients that others write (Apollo, urql, gql, Postman and so on) when the night is over and its report is made, while the
 * stand is still there. They need npm and Python, so they run only if they are asked for: {@code -Djourney.clients=true}.
 */
final class ClientsOfOthers implements Interference {

    static final String ASKED = "journey.clients";

    private static final Path SCRIPT = Path.of("clients/run.sh");

    private volatile Stand stand;
    private volatile int status = -1;

    /** The script's exit status; -1 if it has not run. */
    int status() {
        return status;
    }

    @Override
    public void during(Stand played, Night night) {
        stand = played;
    }

    @Override
    public void reported(NightReport report) {
        if (!Boolean.getBoolean(ASKED)) {
            return;
        }
        try {
            status =
                    new ProcessBuilder(
                                    SCRIPT.toAbsolutePath().toString(),
                                    stand.url(ServiceSpec.GATEWAY),
                                    "http://127.0.0.1:" + stand.ports().issuer())
                            .inheritIO()
                            .start()
                            .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("the clients cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
