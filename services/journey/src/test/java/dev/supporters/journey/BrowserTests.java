package dev.supporters.journey;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The console in a browser, on the stand of a night that is over and reported, so that nothing of the night is changed: {@code browser/console.mjs}.
 * They need node, what {@code npm install} fetches into their folder, and a Chromium, so they run only if they are asked for by
 * {@code -Dsupporters.audits=true}, as {@code .ci/run} does.
 */
final class BrowserTests implements Interference {

    static final String ASKED_FOR = "supporters.audits";

    private static final Path SCRIPT = Path.of("browser/console.mjs");
    private static final Path PICTURES = Path.of("target/browser");
    private static final long LONGEST_MINUTES = 6;

    private volatile Stand stand;
    private volatile Optional<Integer> status = Optional.empty();

    @Override
    public void during(Stand present, Night night) {
        stand = present;
    }

    @Override
    public void reported(NightReport report) {
        if (Boolean.getBoolean(ASKED_FOR) && leftOut().isEmpty()) {
            status = Optional.of(run());
        }
    }

    /** Why they cannot be run on this machine; empty if they can. */
    Optional<String> leftOut() {
        return Files.isExecutable(chromium())
                ? Optional.empty()
                : Optional.of(chromium() + " is not on this machine (CHROMIUM names another)");
    }

    /** With what they ended; empty if they were not run. */
    Optional<Integer> status() {
        return status;
    }

    private int run() {
        ProcessBuilder node = new ProcessBuilder("node", SCRIPT.toString()).inheritIO();
        node.environment().put("GATEWAY", stand.url(ServiceSpec.GATEWAY));
        node.environment().put("ISSUER", "http://127.0.0.1:" + stand.ports().issuer());
        node.environment().put("CHROMIUM", chromium().toString());
        node.environment().put("OUT", PICTURES.toString());
        try {
            Process process = node.start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "the browser tests do not end within " + LONGEST_MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("node could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Path chromium() {
        return Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    }
}
